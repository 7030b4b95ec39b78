import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import wabt from "wabt";

const folder = new URL("../../../kernel/images/", import.meta.url);

describe("resize.wasm", () => {
  it("is what resize.wat assembles to (UPDATE_WASM=1 writes it)", async () => {
    const { parseWat } = await wabt();
    const module = parseWat("resize.wat", readFileSync(new URL("resize.wat", folder), "utf8"), {
      simd: true,
    });
    module.validate();
    const assembled = module.toBinary({}).buffer;
    const file = new URL("resize.wasm", folder);
    if (process.env.UPDATE_WASM) writeFileSync(file, assembled);
    assert.deepEqual(new Uint8Array(readFileSync(file)), assembled);
  });
});
