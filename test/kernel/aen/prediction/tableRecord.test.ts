import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import path from "node:path";
import {
  readTableRecord,
  requireSameSettings,
  writeTableRecord,
} from "../../../../kernel/aen/prediction/tableRecord.js";
import { temporaryFolder } from "../../../temporaryFolder.js";
import { emptyRecord, settings } from "./tableOfTest.js";

describe("the record of a table", () => {
  const folder = temporaryFolder();
  const file = path.join(folder, "record.json");

  it("is read as it was written, and none where there is none", () => {
    assert.equal(readTableRecord(file), null);
    writeTableRecord(file, emptyRecord);
    assert.deepEqual(readTableRecord(file), emptyRecord);
  });

  it("is refused where it is torn, of another kind or of another version", () => {
    for (const text of [
      "{",
      "null",
      '{"kind":"aen clip","version":1}',
      '{"kind":"aen predictions","version":2}',
    ]) {
      writeFileSync(file, text);
      assert.throws(() => readTableRecord(file), /no record of predictions that this version reads/, text);
    }
  });
});

describe("the settings of a table", () => {
  it("are the same or refused, with the name of what differs", () => {
    requireSameSettings("t.csv", settings, { ...settings });
    assert.throws(
      () => requireSameSettings("t.csv", settings, { ...settings, weights: "other" }),
      /^DataError: t\.csv: this table was begun with other weights\. Choose another file/,
    );
    assert.throws(
      () => requireSameSettings("t.csv", settings, { ...settings, size: 96 }),
      /begun with "size" 112, which is now 96/,
    );
    for (const [begun, now, text] of [
      [{ ...settings, person: '"left"' }, settings, /begun with "person" "left", which is now unset/],
      [settings, { ...settings, person: "2" }, /begun with "person" unset, which is now 2/],
    ] as const)
      assert.throws(() => requireSameSettings("t.csv", begun, now), text);
  });
});
