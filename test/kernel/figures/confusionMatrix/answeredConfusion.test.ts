import assert from "node:assert/strict";
import { dfewLabels } from "../../../../kernel/aen/labels.js";
import {
  answerClips,
  answers,
  dependsOnBeta,
} from "../../../../kernel/figures/confusionMatrix/answeredConfusion.js";
import { clipScores } from "../../../../kernel/metrics/clipScores.js";
import { sentimentRules } from "../../../../kernel/metrics/sentiment.js";
import { sentimentReadings } from "../../../../kernel/metrics/sentimentReadings.js";
import { examplePredictions } from "../examples.js";

const clips = examplePredictions(200).map(clipScores);
const none = new Set<number>();

describe("a matrix of one answer", () => {
  it("is offered for the emotion and for every published rule of sentiment", () => {
    assert.deepEqual(
      answers.map(([answer]) => answer),
      ["emotion", ...sentimentRules],
    );
    assert.equal(new Set(answers.map(([, words]) => words)).size, answers.length);
  });

  for (const rule of sentimentRules)
    it(`has the recalls by which "${rule}" is scored`, () => {
      const { confusion } = answerClips(clips, dfewLabels, 0.3, { answer: rule, folded: none });
      const uar = confusion.recall.reduce((sum, recall) => sum + recall, 0) / 3;
      assert.ok(Math.abs(uar - sentimentReadings(clips, dfewLabels, 0.3)[rule].uar) < 1e-12);
      assert.deepEqual(
        confusion.classes.map(({ name }) => name),
        dfewLabels.groups.map(({ name }) => name),
      );
    });

  for (const answer of ["emotion", "head"] as const)
    it(`knows for "${answer}" in which cell each clip stands`, () => {
      const folded = new Set([2]);
      const { confusion, truths, guesses } = answerClips(clips, dfewLabels, 0.3, { answer, folded });
      const counted = confusion.counts.map((row) => row.map(() => 0));
      truths.forEach((truth, clip) => (counted[truth][guesses[clip]] += 1));
      assert.deepEqual(counted, confusion.counts);
    });

  it("puts a clip without label or finite score into no cell", () => {
    const odd = [
      { ...clips[0], label: null },
      { ...clips[1], sentiment: [null, null, null] },
    ];
    const { truths, guesses, confusion } = answerClips(odd, dfewLabels, 0.3, {
      answer: "head",
      folded: none,
    });
    assert.deepEqual([truths[0], guesses[1]], [-1, -1]);
    assert.ok(confusion.counts.flat().every((count) => count === 0));
  });

  it("depends on beta where the heads are mixed", () => {
    const independent = answers.map(([answer]) => answer).filter((answer) => !dependsOnBeta(answer));
    assert.deepEqual(independent, ["head", "clip head"]);
  });
});
