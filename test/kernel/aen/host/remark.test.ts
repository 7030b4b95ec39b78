import assert from "node:assert/strict";
import { remark } from "../../../../kernel/aen/host/remark.js";

describe("a remark", () => {
  it("is written as a note where warnings go", () => {
    const { warn } = console;
    const told: string[] = [];
    console.warn = (text: string) => void told.push(text);
    try {
      remark("one clip is left out.");
    } finally {
      console.warn = warn;
    }
    assert.deepEqual(told, ["Note: one clip is left out."]);
  });
});
