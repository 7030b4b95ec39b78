import assert from "node:assert/strict";
import { explainFailure, reasonOf } from "../../../../kernel/engine/run/deviceFailure.js";

describe("why a device fails", () => {
  it("the reason is what ONNX Runtime says after its source positions, without a full stop", () => {
    const told =
      "/onnxruntime/core/session/provider_bridge_ort.cc:1080 Get() [ONNXRuntimeError] : 1 : FAIL : Error code: 126 libcudnn is missing.\nmore lines";
    assert.equal(reasonOf(new Error(told)), "126 libcudnn is missing");
    assert.equal(reasonOf(new Error("file.cc:12 device was false. No adapter.")), "No adapter");
  });

  it("anything thrown that is not an error, or has no message, gives a reason too", () => {
    assert.equal(reasonOf("out of memory"), "out of memory");
    assert.equal(reasonOf(new Error(" \n ")), "unknown");
  });

  it("the sentence names the device", () => {
    assert.equal(
      explainFailure("webgpu", new Error("no adapter.")),
      'The device "webgpu" cannot run this step: no adapter.',
    );
  });
});
