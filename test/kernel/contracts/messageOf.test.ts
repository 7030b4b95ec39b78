import assert from "node:assert/strict";
import { messageOf } from "../../../kernel/contracts/messageOf.js";

describe("the message of what was thrown", () => {
  it("is an error's, or the value as text", () => {
    assert.deepEqual([new RangeError("too large"), "plain", null, 3].map(messageOf), [
      "too large",
      "plain",
      "null",
      "3",
    ]);
  });
});
