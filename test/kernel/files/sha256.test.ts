import assert from "node:assert/strict";
import { sha256 } from "../../../kernel/files/sha256.js";

describe("SHA-256", () => {
  it("is that of FIPS 180-2's example, in one part or several", () => {
    const digest = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    assert.deepEqual([sha256("abc"), sha256("a", Buffer.from("bc"))], [digest, digest]);
  });
});
