import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { checkTensorFlow } from "../../../kernel/doctor/tensorflow.js";
import { temporaryFolder } from "../../temporaryFolder.js";

describe("the doctor on TensorFlow", () => {
  const folder = temporaryFolder();

  function install(name: string, code: string): void {
    const installed = path.join(folder, "node_modules", "@tensorflow", name);
    mkdirSync(installed, { recursive: true });
    writeFileSync(
      path.join(installed, "package.json"),
      JSON.stringify({ version: "4.22.0", main: "index.js" }),
    );
    writeFileSync(path.join(installed, "index.js"), code);
  }

  it("calls it optional where it is missing, and says which CUDA and cuDNN it needs", () => {
    const { state, detail, remedy } = checkTensorFlow(folder);
    assert.deepEqual([state, detail], ["missing", "not installed (optional)"]);
    assert.match(remedy!, /CUDA 11\.2 and cuDNN 8\.1/);
  });

  it("distinguishes one that is installed but does not load from one that is missing", () => {
    install("tfjs-node", "throw new Error('libtensorflow.so.2 is missing\\nand more')");
    const { state, detail } = checkTensorFlow(folder);
    assert.equal(state, "missing");
    assert.match(
      detail,
      /tfjs-node 4\.22\.0 is installed but does not load: libtensorflow\.so\.2 is missing$/,
    );
  });

  it("finds one that loads, the GPU's first", () => {
    install("tfjs-node-gpu", "module.exports = {}");
    assert.deepEqual(checkTensorFlow(folder), {
      ...{ subject: "TensorFlow", state: "ready", detail: "@tensorflow/tfjs-node-gpu 4.22.0" },
    });
  });
});
