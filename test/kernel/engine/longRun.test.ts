import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import * as tf from "@tensorflow/tfjs-core";
import { aenStep } from "../../bench/engine/aenStep.js";

describe("300 training steps in a row", () => {
  it("need no more memory at the end than after the first hundred, and leave no tensor", async function () {
    this.timeout(240_000);
    await tf.setBackend("cpu");
    const prepared = aenStep("tiny", "full", { device: "cpu" });
    const withModel = tf.memory().numTensors;
    let early = 0;
    for (let i = 0; i < 300; i++) {
      await prepared.run();
      if (i === 100) early = process.memoryUsage().rss;
    }
    assert.equal(tf.memory().numTensors, withModel);
    assert.ok(
      process.memoryUsage().rss < early * 1.05,
      `${early} grew to ${process.memoryUsage().rss} bytes`,
    );
    await prepared.close();
  });

  it("end without a crash, also when the process ends with the session open", function () {
    this.timeout(120_000);
    const step = JSON.stringify(new URL("../../bench/engine/aenStep.ts", import.meta.url).href);
    const code = `
      import * as tf from "@tensorflow/tfjs-core";
      const { aenStep } = await import(${step});
      await tf.setBackend("cpu");
      const prepared = aenStep("tiny", "full", { device: "cpu" });
      for (let i = 0; i < 20; i++) await prepared.run();
      if (process.argv.includes("close")) await prepared.close();
      console.log("done");`;
    const cwd = fileURLToPath(new URL("../../..", import.meta.url));
    for (const how of ["close", "leave open"]) {
      const command = ["--import", "tsx", "--input-type=module", "-e", code, "--", how];
      const ended = spawnSync(process.execPath, command, { cwd, encoding: "utf8" });
      assert.deepEqual(
        [ended.status, ended.signal, ended.stdout],
        [0, null, "done\n"],
        `${how}: ${ended.stderr}`,
      );
    }
  });
});
