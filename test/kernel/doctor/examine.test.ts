import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { deviceFinding } from "../../../kernel/doctor/engine.js";
import { examine } from "../../../kernel/doctor/examine.js";
import { checkNode } from "../../../kernel/doctor/machine.js";
import { checkTensorFlow } from "../../../kernel/doctor/tensorflow.js";
import { temporaryFolder } from "../../temporaryFolder.js";

describe("doctor", () => {
  const folder = temporaryFolder();

  it("finds the engine here, and says of all that is missing how to get it", async () => {
    const findings = await examine(folder);
    const engine = findings.find(({ subject }) => subject === "Engine");
    assert.equal(engine?.state, "ready");
    assert.match(engine.detail, /ONNX Runtime [\d.]+; "auto" computes on \w+ \(.+\)/);
    const processor = findings.find(({ subject }) => subject.trim() === "cpu");
    assert.equal(processor?.state, "ready");
    assert.match(processor.detail, /[\d.]+ GiB: ONNX Runtime's kernels on \d+ thread/);
    for (const { state, remedy } of findings) assert.equal(state === "ready", remedy === undefined);
  });

  it("tells of a device its memory, and why it is not usable", () => {
    const card = {
      device: "cuda",
      name: "A card",
      memory: 8 * 2 ** 30,
      usable: false,
      note: "No cuDNN.",
    } as const;
    const { state, detail, remedy } = deviceFinding(card);
    assert.deepEqual([state, detail, remedy], ["missing", "A card, 8.0 GiB: not usable", "No cuDNN."]);
    assert.equal(deviceFinding({ ...card, usable: true }).detail, "A card, 8.0 GiB: No cuDNN.");
  });

  it("refuses a Node.js that is too old", () => {
    assert.equal(checkNode("20.18.1").state, "needed");
    assert.equal(checkNode("18.20.0").state, "needed");
    assert.equal(checkNode("20.19.0").state, "ready");
    assert.equal(checkNode("24.1.0").state, "ready");
  });

  it("tells which CUDA and cuDNN tfjs-node-gpu wants", () => {
    assert.match(checkTensorFlow(folder).remedy ?? "", /CUDA 11\.2 and cuDNN 8\.1/);
  });

  it("tells a TensorFlow that is installed but does not load from one that is absent", () => {
    const installed = path.join(folder, "node_modules", "@tensorflow", "tfjs-node");
    mkdirSync(installed, { recursive: true });
    writeFileSync(
      path.join(installed, "package.json"),
      JSON.stringify({ version: "4.22.0", main: "index.js" }),
    );
    writeFileSync(path.join(installed, "index.js"), "throw new Error('libtensorflow.so.2 is missing')");
    const finding = checkTensorFlow(folder);
    assert.equal(finding.state, "missing");
    assert.match(finding.detail, /tfjs-node 4\.22\.0 is installed but does not load: libtensorflow/);
  });
});
