import assert from "node:assert/strict";
import { dfewLabels } from "../../../../../kernel/aen/labels.js";
import { networkLines } from "../../../../../kernel/aen/model/card/networkLines.js";
import { configurationOf, type ModelOptions } from "../../../../../kernel/aen/model/presets.js";

describe("the lines of a card on a network", () => {
  const linesOf = (options: ModelOptions) =>
    networkLines({ title: "AEN", configuration: configurationOf(options), labels: dfewLabels });

  it("say what it takes and answers, and what differs from its preset", () => {
    assert.deepEqual(linesOf({ preset: "tiny", frames: 6, clipModel: "transformer" }), [
      'AEN, preset "tiny" with frames 6',
      "Input: a clip of 6 frames of 32 x 32 pixels, RGB, each an aligned face",
      "Output: 7 emotions: Happy, Sad, Neutral, Angry, Surprise, Disgust, Fear",
      "Emotion groups: Positive (Happy, Surprise); Neutral (Neutral); Negative (Sad, Angry, Disgust, Fear)",
      "Bottom-up branch: widths 8-12-16-24, blocks 1-1-1-1",
      "Temporal encoders: level 0, each of 1 layer with 2 heads of width 8",
    ]);
  });

  it("name no temporal encoder where there is none", () => {
    assert.doesNotMatch(linesOf({ preset: "tiny", clipModel: "GRU" }).join("\n"), /Temporal/);
  });
});
