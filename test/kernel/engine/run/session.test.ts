import assert from "node:assert/strict";
import { availableParallelism } from "node:os";
import * as ir from "../../../../kernel/engine/ir/elementwise.js";
import { Graph } from "../../../../kernel/engine/ir/graph.js";
import { encodeModel } from "../../../../kernel/engine/onnx/encode.js";
import * as ort from "../../../../kernel/engine/run/onnxRuntime.js";
import { openSession, sessionOptions, type Provider } from "../../../../kernel/engine/run/session.js";

const x = new Graph().input("x", "float32", [2]);
const model = encodeModel({ name: "test", inputs: [x], outputs: [{ name: "y", value: ir.multiply(x, x) }] });

describe("a session of ONNX Runtime", () => {
  it("computes on the processor", async () => {
    const session = await openSession({ model, provider: "cpu" });
    const { y } = await session.run({ x: new ort.Tensor("float32", Float32Array.of(3, 1e-25), [2]) });
    assert.deepEqual([...(y.data as Float32Array)], [9, 0]);
    await session.release();
  });

  it("is refused where ONNX Runtime lacks the provider, which would compute on the processor in silence", async () => {
    const have = ort.listSupportedBackends().map(({ name }) => name);
    const missing = (["dml", "coreml", "cuda", "webgpu"] as Provider[]).filter(
      (name) => !have.includes(name),
    );
    assert.ok(missing.length > 0, "no system has all of them");
    for (const provider of missing)
      await assert.rejects(openSession({ model, provider }), new RegExp(`comes without ${provider}`));
  });

  it("uses all processors unless given a number, and lets threads spin only briefly", () => {
    const options = sessionOptions({ model, provider: "cpu" });
    assert.equal(options.intraOpNumThreads, availableParallelism());
    assert.equal(sessionOptions({ model, provider: "cpu", threads: 3 }).intraOpNumThreads, 3);
    assert.deepEqual((options.extra as { session: { intra_op: object } }).session.intra_op, {
      allow_spinning: "1",
      spin_duration_us: "20",
    });
  });

  it("has the processor for what its provider lacks", () => {
    assert.deepEqual(sessionOptions({ model, provider: "webgpu" }).executionProviders, ["webgpu", "cpu"]);
    assert.deepEqual(sessionOptions({ model, provider: "cpu" }).executionProviders, ["cpu"]);
  });

  it("leaves outputs on the device only where there is one", () => {
    const outputLocation = "gpu-buffer" as const;
    assert.equal(
      sessionOptions({ model, provider: "webgpu", outputLocation }).preferredOutputLocation,
      "gpu-buffer",
    );
    assert.equal(
      sessionOptions({ model, provider: "cpu", outputLocation }).preferredOutputLocation,
      undefined,
    );
  });

  it("is profiled only when asked for", () => {
    assert.equal(sessionOptions({ model, provider: "cpu" }).enableProfiling, undefined);
    const { enableProfiling, profileFilePrefix } = sessionOptions({ model, provider: "cpu", profile: "p" });
    assert.deepEqual([enableProfiling, profileFilePrefix], [true, "p"]);
  });
});
