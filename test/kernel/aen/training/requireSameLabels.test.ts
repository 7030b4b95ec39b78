import assert from "node:assert/strict";
import * as aen from "../../../../kernel/aen/index.js";
import { requireSameLabels } from "../../../../kernel/aen/training/requireSameLabels.js";

describe("labels of clips and network", () => {
  it("are the same when emotions and groups agree, even if not the same object", () => {
    const model = { labels: aen.dfewLabels };
    const groups = (names: string[]) => ({
      ...{ [names[0]]: ["Happy", "Surprise"], [names[1]]: ["Neutral"] },
      [names[2]]: ["Sad", "Angry", "Disgust", "Fear"],
    });
    const { emotions } = aen.dfewLabels;
    const of = (given: aen.LabelSet) => new aen.ClipSet([], given);
    requireSameLabels(model, of(new aen.LabelSet(emotions, groups(["Positive", "Neutral", "Negative"]))));
    const merged = new aen.LabelSet(emotions, { all: emotions });
    assert.throws(
      () => requireSameLabels(model, of(merged)),
      /Happy\+Surprise, Neutral, Sad.*, the clips as Happy\+Sad/,
    );
    assert.throws(
      () => requireSameLabels(model, of(new aen.LabelSet([...emotions].reverse(), { all: emotions }))),
      RangeError,
    );
  });

  it("differ when names with commas only look equal in a list", () => {
    const labels = new aen.LabelSet(["a, b", "c"], { all: ["a, b", "c"] });
    const clips = new aen.ClipSet([], new aen.LabelSet(["a", "b, c"], { all: ["a", "b, c"] }));
    assert.throws(() => requireSameLabels({ labels }, clips), /evaluate with \{ labelMap \}/);
  });
});
