import assert from "node:assert/strict";
import { dfewLabels } from "../../../../kernel/aen/labels.js";
import type { ClipPrediction } from "../../../../kernel/contracts/clipPrediction.js";
import type { FrameTruth } from "../../../../kernel/contracts/frameTruth.js";
import { clipPayload, framesPayload, labelsPayload } from "../../../../kernel/figures/bundles/clipPayload.js";

const prediction: ClipPrediction = {
  ...{ clip: "a", label: 1, frameNumbers: [4, 0] },
  clipLogProbabilities: [-0.123456, -2],
  sentimentLogProbabilities: [-0.55558, NaN],
  emotionLogProbabilities: [-1, -Infinity],
  pseudoLabelLogits: [
    [0, Math.log(3)],
    [7.123456, 7.123456],
  ],
};

describe("labels as a view stores them", () => {
  it("are plain data of their own", () => {
    const payload = labelsPayload(dfewLabels);
    assert.deepEqual(JSON.parse(JSON.stringify(payload)), payload);
    assert.deepEqual(payload.groups[1], { name: "Neutral", emotions: [2] });
    assert.equal(payload.emotions.length, 7);
    assert.notEqual(payload.emotions, dfewLabels.emotions);
  });
});

describe("a clip as a view stores it", () => {
  it("has the scores of all heads, rounded, and null for those that are not finite", () => {
    const { clip, emotion, sentiment, id, label } = clipPayload(prediction);
    assert.deepEqual([id, label], ["a", 1]);
    assert.ok(Math.abs(sentiment[0]! - -0.55558) <= 5e-5);
    assert.equal(sentiment[1], null);
    assert.equal(emotion[1], null);
    assert.ok(Math.abs(clip[0]! - -0.123456) <= 5e-5);
  });

  it("has a picture where one is given, and no frames", () => {
    assert.equal("thumbnail" in clipPayload(prediction), false);
    const shown = clipPayload(prediction, { thumbnail: "data:image/png;base64,AAAA" });
    assert.equal(shown.thumbnail, "data:image/png;base64,AAAA");
    assert.equal("frames" in shown, false);
  });
});

describe("frames as a view stores them", () => {
  it("have probabilities of the frozen model, and its raw logit of the clip's label as score", () => {
    const { numbers, frameRate, pseudo, score, ...rest } = framesPayload(prediction);
    assert.deepEqual([numbers, frameRate], [[4, 0], null]);
    assert.deepEqual(pseudo, [
      [0.25, 0.75],
      [0.5, 0.5],
    ]);
    assert.deepEqual(score, [1.0986, 7.1235]);
    assert.deepEqual(rest, {}, "what is not known is left out");
  });

  it("are scored for the emotion that the network names where the clip has no label", () => {
    const unlabelled = { ...prediction, label: null, emotionLogProbabilities: [-1, -3] };
    assert.deepEqual(framesPayload(unlabelled).score, [0, 7.1235]);
    const unnamed = framesPayload({ ...unlabelled, emotionLogProbabilities: [NaN, NaN] });
    assert.equal(unnamed.score, undefined);
    assert.equal(unnamed.pseudo!.length, 2);
  });

  it("take their truth by frame number, and have none as soon as it is missing for one", () => {
    const truth: FrameTruth[] = [0, 1, 2, 3, 4].map((frame) => ({
      emotion: frame % 2,
      intensity: frame / 3,
    }));
    truth[4] = { ...truth[4], ...{ intensity: NaN, deviation: "blur" } };
    assert.deepEqual(framesPayload(prediction, { truth, frameRate: 25 }).truth, [
      { emotion: 0, intensity: 0, deviation: "blur" },
      { emotion: 0, intensity: 0 },
    ]);
    assert.equal(framesPayload(prediction, { truth: truth.slice(0, 4) }).truth, undefined);
    assert.equal(framesPayload(prediction, { truth: null }).truth, undefined);
  });

  it("have no probabilities and no score where there is no face, and say so", () => {
    const [first, second] = prediction.frameNumbers;
    const half = [[0, 0], null];
    const faceless = { ...prediction, withoutFace: [second], pseudoLabelLogits: half, frameLogits: half };
    const frames = framesPayload(faceless);
    assert.deepEqual([frames.numbers, frames.withoutFace], [[first, second], [second]]);
    assert.deepEqual([frames.pseudo, frames.network], [[[0.5, 0.5], []], [[0.5, 0.5], []]]); // prettier-ignore
    assert.deepEqual(frames.score, [0, null]);
    assert.ok(!("withoutFace" in framesPayload(prediction)));
  });

  it("keep the network's own frame head, attention and pictures", () => {
    const more = {
      ...prediction,
      frameLogits: [
        [5, 5],
        [0, 0],
      ],
      frameAttention: [0.123456, NaN],
    };
    const frames = framesPayload(more, { thumbnails: ["", "data:image/png;base64,AAAA"] });
    assert.deepEqual(frames.network, [
      [0.5, 0.5],
      [0.5, 0.5],
    ]);
    assert.deepEqual(frames.attention, [0.1235, null]);
    assert.deepEqual(frames.thumbnails, ["", "data:image/png;base64,AAAA"]);
  });
});
