import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { runsOfFolds } from "../../../../kernel/aen/rerun/runsOfFolds.js";
import { temporaryFolder } from "../../../temporaryFolder.js";

describe("the runs of a cross-validation", () => {
  const records = temporaryFolder();
  const folder = path.join(records, "a-folds");
  before(() => mkdirSync(folder));
  const write = (content: unknown) => writeFileSync(path.join(folder, "folds.json"), JSON.stringify(content));

  it("stand beside its record, in the order of the folds", () => {
    write({ folds: [{ run: "r1" }, { run: null }, { run: "r3" }] });
    const runs = [path.join(records, "r1"), null, path.join(records, "r3")];
    assert.deepEqual(runsOfFolds("a-folds", records), runs);
    assert.deepEqual(runsOfFolds(folder, "elsewhere"), runs);
  });

  it("are none of what is no cross-validation, and refused where its record is damaged", () => {
    assert.equal(runsOfFolds("r1", records), null);
    write("truncated");
    assert.throws(
      () => runsOfFolds("a-folds", records),
      /folds\.json" is not the record of a cross-validation/,
    );
  });
});
