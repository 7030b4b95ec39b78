import assert from "node:assert/strict";
import { existsSync, writeFileSync } from "node:fs";
import path from "node:path";
import { lockFolds } from "../../../../../kernel/aen/training/folds/foldsLock.js";
import { temporaryFolder } from "../../../../temporaryFolder.js";

describe("the record of a cross-validation", () => {
  const folder = path.join(temporaryFolder(), "folds");

  it("has one writer, until that gives it free", () => {
    const unlock = lockFolds(folder);
    assert.throws(
      () => lockFolds(folder),
      /The folds "folds" are still training in process \d+ of .*before you resume/,
    );
    unlock();
    lockFolds(folder)();
    assert.ok(!existsSync(path.join(folder, "writer.lock")));
  });

  it("goes on without a lock where none can be made", () => {
    writeFileSync(path.join(folder, "..", "file"), "");
    lockFolds(path.join(folder, "..", "file", "folds"))();
  });
});
