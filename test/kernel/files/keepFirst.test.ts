import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { keepFirst } from "../../../kernel/files/keepFirst.js";
import { temporaryFolder } from "../../temporaryFolder.js";

describe("the first bytes of a file", () => {
  const file = path.join(temporaryFolder(), "rows.csv");

  it("are kept, and the rest is cut off", () => {
    writeFileSync(file, "a,b\n1,2\n1,");
    keepFirst(file, 8);
    assert.equal(readFileSync(file, "utf8"), "a,b\n1,2\n");
  });
});
