import assert from "node:assert/strict";
import type { ArrayValue, CompiledStep, Device } from "../../../../kernel/engine/contract.js";
import { ChosenStep } from "../../../../kernel/engine/run/chosenStep.js";

const output: ArrayValue = { data: Float32Array.of(1), shape: [], dtype: "float32" };

/** A step with a chosen device that notes what is made, run and disposed of. */
function chosen(device: Device["device"], failure: (made: Device["device"]) => Error | undefined) {
  const log: string[] = [];
  const make = (made: Device["device"]): CompiledStep => {
    log.push(`make ${made}`);
    return {
      device: made,
      run: async () => {
        log.push(`run ${made}`);
        const error = failure(made);
        if (error) throw error;
        return { output };
      },
      sync: async () => void log.push(`sync ${made}`),
      dispose: async () => void log.push(`dispose ${made}`),
    };
  };
  const choose = async (): Promise<Device> => {
    log.push("choose");
    return { device, name: device, usable: true, note: "" };
  };
  return { step: new ChosenStep(make, choose, (notice) => log.push(notice)), log };
}

describe("a step whose device is chosen when it first runs", () => {
  it("the device is chosen once, also when runs begin together", async () => {
    const { step, log } = chosen("cuda", () => undefined);
    assert.deepEqual([step.device, log], ["cpu", []]);
    await Promise.all([step.run({}), step.run({})]);
    await step.run({});
    assert.equal(step.device, "cuda");
    assert.deepEqual(log, ["choose", "make cuda", "run cuda", "run cuda", "run cuda"]);
  });

  it("the processor takes over from a graphics card that cannot run the step, and the notice says why", async () => {
    const { step, log } = chosen("webgpu", (made) =>
      made === "webgpu" ? new Error("no adapter") : undefined,
    );
    assert.deepEqual(await step.run({}), { output });
    const notice = 'The device "webgpu" cannot run this step: no adapter. The CPU takes over.';
    assert.deepEqual(log, [
      "choose",
      "make webgpu",
      "run webgpu",
      notice,
      "dispose webgpu",
      "make cpu",
      "run cpu",
    ]);
    assert.equal(step.device, "cpu");
  });

  it("the CPU takes over once, even when several runs begin at the same time", async () => {
    const { step, log } = chosen("webgpu", (made) =>
      made === "webgpu" ? new Error("no adapter") : undefined,
    );
    await Promise.all([step.run({}), step.run({}), step.run({})]);
    assert.deepEqual(log.slice(4), ["dispose webgpu", "make cpu", "run cpu", "run cpu", "run cpu"]);
    assert.equal(log.filter((line) => line.includes("takes over")).length, 1);
  });

  it("a mistake in the step itself is thrown, on whatever device", async () => {
    const mistake = Object.assign(new Error("not supported"), { name: "TraceError" });
    const { step, log } = chosen("webgpu", () => mistake);
    await assert.rejects(step.run({}), mistake);
    assert.deepEqual(log, ["choose", "make webgpu", "run webgpu"]);
  });

  it("a step that never ran has nothing to sync or free", async () => {
    const { step, log } = chosen("cpu", () => undefined);
    await step.sync();
    await step.dispose();
    assert.deepEqual(log, []);
  });
});
