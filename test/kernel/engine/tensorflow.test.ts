import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";

describe("the tfjs that the engine loads", () => {
  it("computes eagerly without greeting or advertising", () => {
    const engine = fileURLToPath(new URL("../../../kernel/engine/tensorflow.ts", import.meta.url));
    const code = `
      import * as tf from "@tensorflow/tfjs-core";
      await import(${JSON.stringify(engine)});
      console.log(tf.tensor([1, 2, 3]).square().sum().dataSync()[0]);`;
    const command = ["--import", "tsx", "--input-type=module", "-e", code];
    const cwd = fileURLToPath(new URL("../../..", import.meta.url));
    const output = execFileSync("sh", ["-c", 'exec "$0" "$@" 2>&1', process.execPath, ...command], {
      cwd,
      encoding: "utf8",
    });
    assert.equal(output, "14\n");
  });
});
