import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import "@tensorflow/tfjs";
import * as tf from "@tensorflow/tfjs-core";
import { lowerings } from "../../../kernel/engine/lowering/table.js";
import { supportedKernels } from "../../../kernel/engine/supportedKernels.js";

describe("the table of operations that compile", () => {
  it("is the one in SUPPORTED.md", async () => {
    const written = await readFile(new URL("../../../kernel/engine/SUPPORTED.md", import.meta.url), "utf8");
    assert.equal(
      written,
      supportedKernels(),
      "run: node --import tsx test/kernel/engine/writeSupportedKernels.ts",
    );
  });

  it("names kernels of tfjs only", () => {
    const known = new Set<unknown>(Object.values(tf).filter((value) => typeof value === "string"));
    assert.deepEqual(
      Object.keys(lowerings).filter((name) => !known.has(name)),
      [],
    );
  });
});
