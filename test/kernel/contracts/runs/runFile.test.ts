import assert from "node:assert/strict";
import { parseRunFile } from "../../../../kernel/contracts/runs/runFile.js";

describe("run.json", () => {
  it("gives its entries, even where some are missing or unknown", () => {
    const text = '{"format":"aen-run-1","data":{"train":{"clips":3,"hash":"a"}},"later":1}';
    assert.deepEqual(parseRunFile(text), JSON.parse(text));
    assert.equal(parseRunFile("{}")?.format, undefined);
  });

  it("is null when it is truncated or not an object", () => {
    for (const text of ["", '{"format":"aen-', "[]", "null"]) assert.equal(parseRunFile(text), null);
  });
});
