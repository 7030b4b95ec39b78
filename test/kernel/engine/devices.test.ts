import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs-core";
import { compile } from "../../../kernel/engine/compile.js";
import { chooseDevice, devices } from "../../../kernel/engine/devices.js";
import { deviceNames } from "../../../kernel/engine/contract.js";

describe("The device that auto stands for", () => {
  const before = process.env["AEN_DEVICE"];
  afterEach(() => {
    if (before === undefined) delete process.env["AEN_DEVICE"];
    else process.env["AEN_DEVICE"] = before;
  });

  it("is usable, where nothing is said", async () => {
    delete process.env["AEN_DEVICE"];
    assert.equal((await chooseDevice()).usable, true);
  });

  it("is the one that AEN_DEVICE names, whichever it is", async () => {
    for (const name of deviceNames) {
      process.env["AEN_DEVICE"] = name;
      assert.equal((await chooseDevice()).device, name);
    }
    process.env["AEN_DEVICE"] = "auto";
    assert.equal((await chooseDevice()).usable, true);
  });

  it("is refused with the known names when AEN_DEVICE is not one of them", async () => {
    process.env["AEN_DEVICE"] = "gpu";
    await assert.rejects(chooseDevice(), {
      name: "RangeError",
      message: /"gpu"\. Expected one of: auto, cpu, webgpu/,
    });
  });

  it("is where a step runs by default, but not one that names another device", async () => {
    process.env["AEN_DEVICE"] = "tensorflow";
    const double = ({ x }: Record<string, tf.Tensor>) => ({ y: tf.mul(x, 2) });
    const [left, named] = [compile(double), compile(double, { device: "cpu" })];
    try {
      assert.equal((await left.run({ x: 4 })).y.data[0], 8);
      assert.equal((await named.run({ x: 4 })).y.data[0], 8);
      assert.deepEqual([left.device, named.device], ["tensorflow", "cpu"]);
    } finally {
      await left.dispose();
      await named.dispose();
    }
  });

  it("gives way to the processor, and says why, when it cannot run the step", async function () {
    const directml = (await devices()).find(({ device }) => device === "directml");
    if (directml?.usable) this.skip();
    process.env["AEN_DEVICE"] = "directml";
    const notices: string[] = [];
    const step = compile(({ x }) => ({ y: tf.mul(x, 2) }), { onNotice: (text) => notices.push(text) });
    try {
      assert.equal((await step.run({ x: 4 })).y.data[0], 8);
      assert.equal(step.device, "cpu");
      assert.match(notices.join(), /"directml" cannot run this step: .*The CPU takes over/);
    } finally {
      await step.dispose();
    }
  });
});
