import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { explainedWriteError } from "../../../../../kernel/aen/training/record/explainedWriteError.js";
import { temporaryFolder } from "../../../../temporaryFolder.js";

/** What a failed system call throws. */
const failure = (code: string) => Object.assign(new Error(`${code}: write`), { code });

describe("the explanation of a failed write", () => {
  const folder = temporaryFolder();

  it("says what could not be written, why, and what to do", () => {
    assert.equal(
      explainedWriteError(failure("ENOSPC"), "A checkpoint"),
      "A checkpoint could not be written: the disk is full: free some space.",
    );
    assert.match(explainedWriteError(failure("EDQUOT"), "x"), /quota is used up: free some space/);
    for (const code of ["EROFS", "EACCES"]) {
      assert.match(
        explainedWriteError(failure(code), "x"),
        /\{ record: folder \} or .*\{ record: false \}\.$/,
      );
    }
  });

  it("reports a file in the way, as the file system does", () => {
    writeFileSync(path.join(folder, "file"), "");
    for (const inTheWay of [path.join(folder, "file", "below"), path.join(folder, "file")]) {
      assert.throws(
        () => mkdirSync(inTheWay),
        (error) => /there is a file where a folder is needed/.test(explainedWriteError(error, "x")),
      );
    }
  });

  it("keeps the words of an error that it does not know", () => {
    assert.equal(explainedWriteError(failure("EIO"), "x"), "x could not be written: EIO: write.");
    assert.equal(explainedWriteError(new Error("odd"), "x"), "x could not be written: odd.");
  });
});
