import assert from "node:assert/strict";
import type { Device } from "../../../kernel/engine/contract.js";
import { checkEngine, deviceFinding } from "../../../kernel/doctor/engine.js";

describe("the doctor on the engine", () => {
  it("shows the version of ONNX Runtime, what auto uses, and each device except the eager one", async () => {
    const [engine, ...devices] = await checkEngine();
    assert.deepEqual([engine.subject, engine.state], ["Engine", "ready"]);
    assert.match(engine.detail, /ONNX Runtime [\d.]+; "auto" uses \w+ \(.+\)/);
    const processor = devices.find(({ subject }) => subject.trim() === "cpu");
    assert.equal(processor?.state, "ready");
    assert.match(processor.detail, /[\d.]+ GiB: ONNX Runtime's kernels on \d+ thread/);
    assert.ok(!devices.some(({ subject }) => subject.trim() === "tensorflow"));
  }).timeout(20_000);

  it("shows a device's memory, and why it is not usable", () => {
    const card: Device = {
      device: "cuda",
      name: "A card",
      memory: 8 * 2 ** 30,
      usable: false,
      note: "No cuDNN.",
    };
    const { state, detail, remedy } = deviceFinding(card);
    assert.deepEqual([state, detail, remedy], ["missing", "A card, 8.0 GiB: not usable", "No cuDNN."]);
    assert.equal(deviceFinding({ ...card, usable: true }).detail, "A card, 8.0 GiB: No cuDNN.");
    assert.equal(deviceFinding({ ...card, memory: undefined }).detail, "A card: not usable");
  });
});
