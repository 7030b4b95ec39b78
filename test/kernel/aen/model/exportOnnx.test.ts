import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import onnxProto from "onnx-proto";
import * as ort from "../../../../kernel/engine/run/onnxRuntime.js";
import * as aen from "../../../../kernel/aen/index.js";
import type { ClipPrediction } from "../../../../kernel/contracts/clipPrediction.js";
import { clipScores } from "../../../../kernel/metrics/clipScores.js";
import { fuse } from "../../../../kernel/metrics/fusion.js";
import { Predictor } from "../../../../kernel/aen/training/predictor.js";
import { temporaryFolder } from "../../../temporaryFolder.js";
import { patternClips, smallestModel } from "../training/patternClips.js";

describe("a model exported as ONNX", () => {
  const folder = temporaryFolder();
  const clips = patternClips(1);
  const model = aen.model(smallestModel, { seed: 2 });
  const shape = [7, 2, 16, 16, 3];
  let predictions: ClipPrediction[] = [];
  let pixels = new Uint8Array();

  before(async () => {
    const predictor = new Predictor(model, "tensorflow");
    predictions = await predictor.predict(clips, { sampling: "even" });
    await predictor.dispose();
    const settings = { batch: 7, frames: 2, size: 16, mode: "test", sampling: "even" } as const;
    for await (const batch of aen.clipBatches(clips, settings)) pixels = batch.pixels as typeof pixels;
  });

  /** What plain ONNX Runtime says of all clips. */
  async function run(file: string, frames: ort.Tensor): Promise<Record<string, number[][]>> {
    const session = await ort.InferenceSession.create(file);
    const results = await session.run({ frames });
    await session.release();
    const rows = ({ data, dims }: ort.Tensor) =>
      Array.from({ length: dims[0] }, (_, row) =>
        Array.from(data.slice(row * dims[1], (row + 1) * dims[1]) as Float32Array),
      );
    return Object.fromEntries(Object.entries(results).map(([name, tensor]) => [name, rows(tensor)]));
  }

  function assertAgree(outputs: Record<string, number[][]>, beta: number): void {
    for (const [row, prediction] of predictions.entries()) {
      const shares = fuse(clipScores(prediction), beta).map(Math.exp);
      const sum = shares.reduce((a, b) => a + b);
      const close = (own: number[], expected: number[]) =>
        expected.forEach((value, i) =>
          assert.ok(Math.abs(value - own[i]) < 1e-5, `${own} is not ${expected}`),
        );
      assert.equal(outputs.probabilities[row].length, 7);
      close(
        outputs.probabilities[row],
        shares.map((share) => share / sum),
      );
      close(outputs.sentimentProbabilities[row], prediction.sentimentLogProbabilities.map(Math.exp));
    }
  }

  it("takes 8-bit frames and gives our own forward's probabilities in plain ONNX Runtime", async () => {
    const file = path.join(folder, "model.onnx");
    await aen.exportOnnx(model, file, { batch: 7 });
    assertAgree(await run(file, new ort.Tensor("uint8", pixels, shape)), 0.3);
  });

  it("takes float frames, and has the requested beta built in", async () => {
    const file = path.join(folder, "float.onnx");
    const floats = new ort.Tensor(
      "float32",
      Float32Array.from(pixels, (value) => value / 255),
      shape,
    );
    for (const beta of [0, 0.8, 1]) {
      await aen.exportOnnx(model, file, { batch: 7, pixels: "float32", beta });
      assertAgree(await run(file, floats), beta);
    }
  });

  it("carries the names of emotions and groups", async () => {
    const file = path.join(folder, "named.onnx");
    await aen.exportOnnx(model, file, { beta: 0.5 });
    const { metadataProps, graph } = onnxProto.onnx.ModelProto.decode(readFileSync(file));
    const texts = Object.fromEntries(metadataProps.map(({ key, value }) => [key, value]));
    assert.deepEqual(JSON.parse(texts.emotions!), aen.dfewLabels.emotions);
    assert.deepEqual(
      JSON.parse(texts.groups!),
      aen.dfewLabels.groups.map(({ name }) => name),
    );
    assert.equal(texts.beta, "0.5");
    assert.deepEqual(
      graph?.input?.map(({ name }) => name),
      ["frames"],
    );
  });

  it("takes which frames show a face where it masks those without, and then does not depend on these", async () => {
    const file = path.join(folder, "masked.onnx");
    const masking = aen.model({ ...smallestModel, facelessFrames: "masked" });
    await aen.exportOnnx(masking, file, { batch: 1 });
    masking.dispose();
    const session = await ort.InferenceSession.create(file);
    const black = Uint8Array.from({ length: 2 * 768 }, (_, at) => (at < 768 ? 0 : at % 251));
    const white = black.map((value, at) => (at < 768 ? 255 : value));
    const shares = async (data: Uint8Array<ArrayBuffer>, first: number) => {
      const frames = new ort.Tensor("uint8", data, [1, 2, 16, 16, 3]);
      const frameHasFace = new ort.Tensor("float32", Float32Array.of(first, 1), [1, 2]);
      return [...((await session.run({ frames, frameHasFace })).probabilities.data as Float32Array)];
    };
    assert.deepEqual(await shares(black, 0), await shares(white, 0));
    assert.notDeepEqual(await shares(black, 1), await shares(white, 1));
    await session.release();
  });

  it("refuses a beta and a batch that cannot be", async () => {
    const file = path.join(folder, "none.onnx");
    await assert.rejects(aen.exportOnnx(model, file, { beta: 1.2 }), /between 0 and 1, got 1\.2/);
    await assert.rejects(aen.exportOnnx(model, file, { batch: 0 }), /positive whole number, got 0/);
  });
});
