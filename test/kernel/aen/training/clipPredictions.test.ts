import assert from "node:assert/strict";
import { predictionOf, withLabelsOf } from "../../../../kernel/aen/training/clipPredictions.js";

const numbers = (...shape: number[]) => ({
  data: Float32Array.from({ length: shape.reduce((a, b) => a * b) }, (_, i) => i),
  shape,
});

describe("the prediction of a clip", () => {
  const outputs = {
    clip: numbers(2, 3),
    group: numbers(2, 2),
    emotion: numbers(2, 3),
    frameAttention: numbers(2, 2),
    frameLogits: numbers(2, 2, 3),
  };

  it("its scores are the clip's row of each output, its logits one row a frame", () => {
    assert.deepEqual(predictionOf({ id: "b", label: 1 }, [4, 9], 1, outputs), {
      clip: "b",
      label: 1,
      frameNumbers: [4, 9],
      clipLogProbabilities: [3, 4, 5],
      sentimentLogProbabilities: [2, 3],
      emotionLogProbabilities: [3, 4, 5],
      frameAttention: [2, 3],
      frameLogits: [
        [6, 7, 8],
        [9, 10, 11],
      ],
    });
  });

  it("frames without a face have no logits and are named, in time", () => {
    const pseudo = { ...outputs, pseudoLabelLogits: numbers(2, 2, 3) };
    const faceSights = ["none", "seen", "seen", "none"] as const;
    const { withoutFace, ...prediction } = predictionOf({ id: "a", label: 0, faceSights }, [2, 0], 1, pseudo);
    assert.deepEqual([prediction.frameNumbers, withoutFace], [[0, 2], [0]]);
    assert.deepEqual(prediction.frameLogits, [null, [6, 7, 8]]);
    assert.deepEqual(prediction.pseudoLabelLogits, [null, [6, 7, 8]]);
    assert.deepEqual(prediction.frameAttention, [3, 2], "the network saw both");
  });

  it("nothing is added where every frame shows a face", () => {
    const faceSights = ["seen", "covered"] as const;
    const marked = predictionOf({ id: "a", label: 0, faceSights }, [0, 1], 0, outputs);
    assert.deepEqual(marked, predictionOf({ id: "a", label: 0 }, [0, 1], 0, outputs));
  });

  it("pseudo labels are there where a frozen frame model gave them", () => {
    const pseudo = { ...outputs, pseudoLabelLogits: numbers(2, 2, 3) };
    const { pseudoLabelLogits } = predictionOf({ id: "a", label: null }, [0, 1], 0, pseudo);
    assert.deepEqual(pseudoLabelLogits, [
      [0, 1, 2],
      [3, 4, 5],
    ]);
  });

  it("has the label of a clip of another data set, and its first name, in the model's emotions", () => {
    const predictions = [0, 1].map((row) =>
      predictionOf({ id: `c${row}`, label: row }, [0, 1], row, outputs),
    );
    const clips = [{ label: 5, originalLabel: "Fury" }, { label: null }];
    assert.deepEqual(
      withLabelsOf(predictions, { clips }).map(({ clip, label, originalLabel }) => [
        clip,
        label,
        originalLabel,
      ]),
      [
        ["c0", 5, "Fury"],
        ["c1", null, undefined],
      ],
    );
  });
});
