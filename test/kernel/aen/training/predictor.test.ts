import assert from "node:assert/strict";
import { ClipSet } from "../../../../kernel/aen/clips/clipSet.js";
import { model as newModel } from "../../../../kernel/aen/model/model.js";
import { Predictor } from "../../../../kernel/aen/training/predictor.js";
import type { ClipPrediction } from "../../../../kernel/contracts/clipPrediction.js";
import { withSights } from "./facelessClips.js";
import { patternClips, smallestModel } from "./patternClips.js";

describe("the predictions for a set of clips", () => {
  const clips = patternClips(1);
  const model = newModel(smallestModel);
  const predictor = new Predictor(model, "cpu");
  after(async () => {
    await predictor.dispose();
    model.dispose();
  });

  const scores = (predictions: readonly ClipPrediction[]) =>
    predictions.flatMap((one) => [...one.clipLogProbabilities, ...one.emotionLogProbabilities]);

  it("are in the order of the set, log-probabilities of the frames that evaluation takes", async () => {
    const predictions = await predictor.predict(clips);
    assert.deepEqual(
      predictions.map(({ clip, label }) => [clip, label]),
      clips.clips.map(({ id, label }) => [id, label]),
    );
    for (const { clipLogProbabilities, sentimentLogProbabilities, ...one } of predictions) {
      assert.deepEqual([clipLogProbabilities.length, sentimentLogProbabilities.length], [7, 3]);
      const sum = clipLogProbabilities.reduce((total, log) => total + Math.exp(log), 0);
      assert.ok(Math.abs(sum - 1) < 1e-5);
      assert.deepEqual([one.frameNumbers.length, one.frameLogits?.length], [2, 2]);
    }
  });

  it("do not depend on what frames without a face hold where they are masked, or where frames vote", async () => {
    const sights = () => ["none", "none", "seen", "seen"] as const;
    const [black, white] = [0, 255].map((value) => withSights(clips, sights, value));
    for (const [change, depends] of [
      [{ facelessFrames: "masked" }, false],
      [{ facelessFrames: "masked", clipModel: "GRU" }, false],
      [{ facelessFrames: "masked", clipModel: "mean of features" }, false],
      [{ clipModel: "GRU" }, true],
      [{ clipModel: "mean of features" }, true],
      [{ clipModel: "vote of frames" }, false],
      [{}, true],
    ] as const) {
      const other = newModel({ ...smallestModel, ...change });
      const asked = new Predictor(other, "cpu");
      const [one, two] = [await asked.predict(black, { batch: 4 }), await asked.predict(white, { batch: 4 })];
      await asked.dispose();
      other.dispose();
      assert.deepEqual(one[0].withoutFace, [one[0].frameNumbers[0]]);
      assert.equal(scores(one).join() !== scores(two).join(), depends, JSON.stringify(change));
    }
  });

  it("do not depend on the size of the batch, also of one that the last clips do not fill", async () => {
    const progress: number[][] = [];
    const onProgress = (...args: number[]) => progress.push(args);
    const whole = scores(await predictor.predict(clips, { batch: 100 }));
    const parts = scores(await predictor.predict(clips, { batch: 3, onProgress }));
    assert.ok(whole.every((score, i) => Math.abs(score - parts[i]) < 1e-5));
    assert.deepEqual(progress, [
      [3, 7],
      [6, 7],
      [7, 7],
    ]);
  });

  it("are those of the weights of the moment, with the frozen frame model's logits once there is one", async () => {
    const before = await predictor.predict(clips);
    assert.equal(before[0].pseudoLabelLogits, undefined);
    const weights = model.weights();
    weights.get("head.clip.bias")!.data[4] += 3;
    model.setWeights(weights);
    model.freezeFrameModel();
    const [{ clipLogProbabilities: now, pseudoLabelLogits, frameLogits }] = await predictor.predict(clips);
    const { clipLogProbabilities: then } = before[0];
    assert.ok(Math.abs(now[4] - now[0] - (then[4] - then[0]) - 3) < 1e-4);
    assert.deepEqual(pseudoLabelLogits, frameLogits, "frozen just now");
  });

  it("of no clips are none", async () => {
    assert.deepEqual(await predictor.predict(new ClipSet([], clips.labels)), []);
  });

  it("end with the signal", async () => {
    const controller = new AbortController();
    const onProgress = () => controller.abort(new Error("enough"));
    const predicting = predictor.predict(clips, { batch: 2, onProgress, signal: controller.signal });
    await assert.rejects(predicting, /enough/);
  });
});
