import assert from "node:assert/strict";
import { dfewLabels } from "../../../../kernel/aen/labels.js";
import {
  comparedMatrices,
  differenceLines,
  differenceText,
} from "../../../../kernel/figures/compute/difference.js";

/** A clip of emotion `label` that is taken for `named`, and by the sentiment head for the group `felt`. */
function clip(label: number, named: number, felt = dfewLabels.groupOf[label]) {
  const scores = dfewLabels.emotions.map((_, emotion) => (emotion === named ? -0.1 : -4));
  const sentiment = dfewLabels.groups.map((_, group) => (group === felt ? -0.1 : -4));
  return { label, clip: scores, sentiment, emotion: scores };
}

const [happy, sad, , angry, surprise] = dfewLabels.emotions.keys();
const compared = {
  labels: dfewLabels,
  beta: 0.3,
  base: {
    name: "base",
    clips: [clip(happy, sad), clip(happy, surprise), clip(sad, angry, 0), clip(sad, sad, 0)],
  },
  run: { name: "run", clips: [clip(happy, happy), clip(happy, happy), clip(sad, angry), clip(sad, happy)] },
};

describe("the difference of two confusion matrices", () => {
  it("is given in points, with both rates", () => {
    assert.deepEqual(differenceLines(compared), [
      "Emotions: UAR +25.0 points (25.0 → 50.0 %), WAR +25.0 points (25.0 → 50.0 %)",
      "Sentiment (own head): UAR +50.0 (50.0 → 100.0 %), WAR +50.0 (50.0 → 100.0 %)",
      "Sentiment (group): UAR 0.0 (75.0 → 75.0 %), WAR 0.0 (75.0 → 75.0 %)",
      "Errors across groups: 1 before, 1 after; within: 2 before, 1 after.",
    ]);
  });

  it("says so where the sentiment head answered for more clips in one than in the other", () => {
    const [first, ...rest] = compared.run.clips;
    const silent = { ...first, sentiment: first.sentiment.map(() => NaN) };
    const lines = differenceLines({ ...compared, run: { name: "run", clips: [silent, ...rest] } });
    assert.ok(lines.includes("The sentiment head's figures rest on 4 clips before and 3 after."));
  });

  it("is a table of points of the row in text", () => {
    const [title, , heads, ...rows] = differenceText(compared).split("\n");
    assert.equal(title, "run minus base");
    assert.match(heads, /^ +Happ +Surp +Neut +Sad +Angr +Disg +Fear$/);
    assert.match(rows[0], /^Happy +\+100 +−50 +0 +−50 +0 +0 +0$/);
    assert.match(rows[2], /^Neutral( +–){7}$/);
  });

  it("counts both for the same classes when groups are folded", () => {
    const { base, run } = comparedMatrices(compared, { answer: "emotion", folded: new Set([0, 2]) });
    assert.deepEqual(base.classes, run.classes);
    assert.deepEqual(base.counts, [
      [1, 0, 1],
      [0, 0, 0],
      [0, 0, 2],
    ]);
    const own = comparedMatrices(compared, { answer: "head", folded: new Set() });
    assert.deepEqual(own.base.counts.at(2), [2, 0, 0], "the sentiment head takes Sad for Positive");
    assert.deepEqual(run.counts, [
      [2, 0, 0],
      [0, 0, 0],
      [1, 0, 1],
    ]);
  });
});
