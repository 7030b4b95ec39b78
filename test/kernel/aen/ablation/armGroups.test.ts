import assert from "node:assert/strict";
import { groupsInBase, judgedByBase } from "../../../../kernel/aen/ablation/armGroups.js";
import { boardPayload } from "../../../../kernel/aen/ablation/boardBundle.js";
import { compareArms } from "../../../../kernel/aen/ablation/compareArms.js";
import { summarise } from "../../../../kernel/aen/ablation/summarise.js";
import { dfewLabels, LabelSet } from "../../../../kernel/aen/labels.js";
import { sentimentLines } from "../../../../kernel/figures/ablationBoard/armFigures.js";
import { Random } from "../../../../kernel/random/random.js";
import { predictionOf, simulatedStudy } from "./simulatedStudy.js";

const { emotions, groups } = dfewLabels;
const namesOf = (group: number) => groups[group].emotions.map((emotion) => emotions[emotion]);
const reordered = new LabelSet([...emotions], { bad: namesOf(2), good: namesOf(0), calm: namesOf(1) });
const halves = new LabelSet([...emotions], {
  good: [...namesOf(0), ...namesOf(1)],
  bad: namesOf(2),
});
const prediction = { ...predictionOf("a", 0, 0), sentimentLogProbabilities: [-3, -1, -2] };

describe("the groups of an arm", () => {
  it("are found among the base's by their emotions, whatever their names and order", () => {
    assert.deepEqual(groupsInBase(reordered, dfewLabels), [2, 0, 1]);
    assert.equal(groupsInBase(halves, dfewLabels), null);
    assert.equal(groupsInBase(dfewLabels, halves), null);
  });

  it("have the head's scores put into the base's order, so that its answer is judged for what it says", () => {
    const [judged] = judgedByBase([prediction], reordered, dfewLabels);
    assert.deepEqual(judged.sentimentLogProbabilities, [-1, -2, -3]);
    assert.deepEqual(judgedByBase([prediction], dfewLabels, dfewLabels)[0], prediction);
  });

  it("leave no score of a head that divides the emotions in another way", () => {
    const [judged] = judgedByBase([prediction], halves, dfewLabels);
    assert.deepEqual(judged.sentimentLogProbabilities, [NaN, NaN, NaN]);
    assert.equal(judged.emotionLogProbabilities, prediction.emotionLogProbabilities);
  });
});

describe("an arm with other groups than the base", () => {
  const simulation = { clips: 70, seeds: 5, abilities: [1, 0.2, 0.9] };
  const luck = { clipEase: 1, armAndClip: 0, run: 0.1, runAndEmotion: 0.1 };
  const study = simulatedStudy({ ...simulation, ...luck }, new Random(31));
  const [base, other, same] = study.arms;
  const mixed = { ...study, arms: [base, { ...other, hasOtherGroups: true }, same] };

  it("is judged by its emotions and their groups, and not by its sentiment head", () => {
    const [, arm] = compareArms(mixed);
    assert.equal(arm!.verdict, "worse");
    assert.equal(arm!.group.verdict, "worse");
    assert.equal(arm!.sentiment.verdict, "not comparable");
    assert.ok(arm!.perSentiment.every((recall) => recall === null));
  });

  it("leaves the verdicts of the other arms as they are", () => {
    const alone = { ...study, arms: [base, same] };
    const [, found] = compareArms(alone);
    const [, , arm] = compareArms(mixed);
    assert.equal(arm!.figures.sentimentUar.mean, found!.figures.sentimentUar.mean);
  });

  it("has no figure of its sentiment head on the board, rather than a false one", () => {
    const payload = boardPayload("s", summarise(mixed), [[], [], []]);
    const arm = payload.arms[1];
    assert.equal(arm.sentimentUar!.value, null);
    assert.equal(arm.effect!.sentimentUar!.value, null);
    assert.match(arm.effect!.sentiment!.verdict, /not comparable: this arm has other sentiment groups/);
    assert.equal(arm.sentimentsNeverNamed, undefined);
    assert.match(sentimentLines(arm)[0], /^sentiment: group −\d/);
  });
});
