import assert from "node:assert/strict";
import { ClipSet } from "../../../../../kernel/aen/clips/clipSet.js";
import { dfewLabels } from "../../../../../kernel/aen/labels.js";
import { evaluationFigures } from "../../../../../kernel/aen/training/card/evaluationFigures.js";
import type { ClipPrediction } from "../../../../../kernel/contracts/clipPrediction.js";
import { patternClips } from "../patternClips.js";

const tested = patternClips(2, "tested");
const ofOne = tested.filter(({ identity }) => identity === "person 0");
const ofOther = tested.filter(({ identity }) => identity === "person 1");

/** Answers that name Happy for every clip: one emotion of seven is right. */
const predictions = ofOne.clips.map(({ id, label }): ClipPrediction => {
  const scores = dfewLabels.emotions.map((_, emotion) => (emotion === 0 ? -0.1 : -5));
  return {
    ...{ clip: id, label, frameNumbers: [0, 1], clipLogProbabilities: scores },
    ...{ emotionLogProbabilities: scores, sentimentLogProbabilities: [-0.1, -3, -3] },
  };
});

describe("the figures of an evaluation on a card", () => {
  it("are those that the confusion matrix tells", () => {
    const { clips, lines } = evaluationFigures({ predictions }, dfewLabels, [], 0);
    assert.equal(clips, 7);
    assert.match(lines[0], /^Emotions: UAR 14\.3 % .*, WAR 14\.3 %/);
    assert.ok(lines.some((line) => line.includes("beta 0.30")));
    const others = evaluationFigures({ predictions, beta: 1 }, dfewLabels, [], 0).lines;
    assert.ok(others.some((line) => line.includes("beta 1.00")));
  });

  it("count the clips and the people that the network learnt from", () => {
    const seen = (clips: typeof tested | undefined, learnt: typeof tested) => {
      const figures = evaluationFigures({ predictions, clips }, dfewLabels, [learnt], 0);
      return [figures.clipsInTraining, figures.peopleInTraining];
    };
    assert.deepEqual(seen(ofOne, ofOther), [0, 0]);
    assert.deepEqual(seen(ofOne, patternClips(1, "others")), [0, 1]);
    assert.deepEqual(seen(ofOne, tested), [7, 1]);
    assert.deepEqual(seen(undefined, tested), [7, null]);
  });

  it("do not take another data set's clip of the same name for one that was learnt from", () => {
    const others = new ClipSet(
      ofOne.clips.map((clip) => ({ ...clip, identity: "another", contentKey: `other ${clip.id}` })),
      dfewLabels,
    );
    const seen = evaluationFigures({ predictions, clips: ofOne }, dfewLabels, [others], 0);
    assert.deepEqual([seen.clipsInTraining, seen.peopleInTraining], [0, 0]);
  });

  it("are outdated once the network has learnt on", () => {
    const at = (epochs: number | undefined, now: number) =>
      evaluationFigures({ predictions, clips: ofOne, epochs }, dfewLabels, [], now).outdated;
    assert.deepEqual([at(2, 2), at(2, 3), at(undefined, 3)], [false, true, false]);
  });

  it("are from the record where the clips are not at hand", () => {
    assert.equal(evaluationFigures({ predictions }, dfewLabels, [], 0).from, "record");
    assert.equal(evaluationFigures({ predictions, clips: ofOne }, dfewLabels, [], 0).from, "session");
  });

  it("keep the order of the frames where it was not that of time", () => {
    assert.ok(!("frameOrder" in evaluationFigures({ predictions }, dfewLabels, [], 0)));
    const reversed = evaluationFigures({ predictions, frameOrder: "reversed" }, dfewLabels, [], 0);
    assert.equal(reversed.frameOrder, "reversed");
  });
});
