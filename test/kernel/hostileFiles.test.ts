import assert from "node:assert/strict";
import { attackReader } from "../hostile/readers/attack.js";
import { readers } from "../hostile/readers/readers.js";

describe("a reader of files that somebody else may have written", () => {
  for (const reader of readers)
    it(`reads or refuses damaged and crafted ones with a reason: ${reader.what}`, async () => {
      assert.deepEqual((await attackReader(reader, 100)).failures, []);
    });
});
