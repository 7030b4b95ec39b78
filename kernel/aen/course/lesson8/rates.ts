import type { Exercise } from "../exercise.js";
import { drawnAnswers } from "./clipAnswer.js";
import { figuresExercise } from "./figuresExercise.js";
import { distinct, eachGroup, mean, shareRight, uarByGroup, uarOver } from "./recalls.js";

const cases = [
  drawnAnswers("two groups", [
    { group: "light", people: 5, clips: { Happy: 4, Sad: 2, Angry: 1, Fear: 1 }, skills: [0.9, 0.6] },
    { group: "dark", people: 3, clips: { Happy: 3, Sad: 1, Angry: 2 }, skills: [0.7, 0.3] },
  ]),
  drawnAnswers("three groups", [
    { group: "younger", people: 4, clips: { Happy: 2, Sad: 3, Neutral: 1 }, skills: [0.8, 0.4] },
    { group: "older", people: 3, clips: { Happy: 1, Sad: 2, Neutral: 3, Disgust: 2 }, skills: [0.5] },
    { group: "unknown", people: 2, clips: { Neutral: 2, Happy: 3 }, skills: [0.6] },
  ]),
  drawnAnswers("hidden", [
    { group: "a", people: 4, clips: { Happy: 1, Fear: 2, Sad: 2 }, skills: [0.8, 0.3] },
    { group: "b", people: 4, clips: { Fear: 1, Happy: 3, Surprise: 1 }, skills: [0.5, 0.7] },
  ]),
];
const own = (answers: Parameters<typeof uarByGroup>[0]) => distinct(answers.map(({ truth }) => truth));

/** UAR by group, as `result.byGroup` counts it. */
export const groupUars: Exercise = figuresExercise({
  ...{ id: "8.2", name: "UAR of each group", points: 3 },
  cases: cases.map((answers) => [answers] as const),
  reference: uarByGroup,
  mistakes: [
    {
      hint: "This is the share of all clips that are right (WAR): a frequent emotion counts more than a rare one. What does the U in UAR stand for?",
      value: (answers) => eachGroup(answers, shareRight),
    },
    {
      hint: "Each of your groups is scored on emotions of its own. Which emotions can all groups be compared on?",
      value: (answers) => eachGroup(answers, (group) => uarOver(group, own(group))),
    },
    {
      hint: "An emotion that a group has no clips of counts as 0 for it. Can a network be wrong about clips that do not exist?",
      value: (answers) =>
        eachGroup(answers, (group) => (uarOver(group, own(group)) * own(group).length) / own(answers).length),
    },
    {
      hint: "You sort clips by the emotion that was named: that is precision. What does recall sort them by?",
      value: (answers) =>
        uarByGroup(answers.map((each) => ({ ...each, truth: each.named, named: each.truth }))),
    },
    {
      hint: "These are shares of errors. Recall counts what is right.",
      value: (answers) =>
        Object.fromEntries(Object.entries(uarByGroup(answers)).map(([group, uar]) => [group, 1 - uar])),
    },
    {
      hint: "All groups have the same figure: does it look at the group's own clips only?",
      value: (answers) => eachGroup(answers, () => uarOver(answers, own(answers))),
    },
  ],
  hint: "Take it in steps: the emotions that every group has clips of; for one group and one such emotion, the share of clips that are right; then the mean over emotions.",
});

const known = (uars: Readonly<Record<string, number>>) =>
  Object.entries(uars).filter(([, uar]) => !Number.isNaN(uar));
const rank = (uars: Readonly<Record<string, number>>) => known(uars).sort(([, a], [, b]) => a - b);

function worst(uars: Readonly<Record<string, number>>) {
  const [[group, uar], [, best]] = [rank(uars)[0], rank(uars).at(-1)!];
  return { group, uar, gap: best - uar };
}

/** The worst group, its UAR, and how far the best one is from it. */
export const worstGroup: Exercise = figuresExercise<readonly [Readonly<Record<string, number>>]>({
  ...{ id: "8.3", name: "The worst group", points: 2 },
  cases: [
    [{ light: 0.62, dark: 0.41, unknown: NaN }],
    [{ a: 0.5, b: 0.9, c: 0.35, d: 0.7 }],
    [{ x: NaN, y: 0.8, z: 0.81 }],
  ],
  reference: worst,
  mistakes: [
    {
      hint: "This is the group that the network reads best. Which one does it fail?",
      value: (uars) => {
        const [group, uar] = rank(uars).at(-1)!;
        return { group, uar, gap: worst(uars).gap };
      },
    },
    {
      hint: "Your gap is measured from the mean of the groups. From which group does the text measure it?",
      value: (uars) => ({
        ...worst(uars),
        gap: mean(known(uars).map(([, uar]) => uar)) - worst(uars).uar,
      }),
    },
    {
      hint: "Your gap is negative: take the best minus the worst.",
      value: (uars) => ({ ...worst(uars), gap: -worst(uars).gap }),
    },
    {
      hint: "This is the UAR of all groups together. Whom does a mean hide?",
      value: (uars) => ({ ...worst(uars), uar: mean(known(uars).map(([, uar]) => uar)) }),
    },
    {
      hint: "Your gap goes from the worst group to a perfect network. From which group does the text measure it?",
      value: (uars) => ({ ...worst(uars), gap: 1 - worst(uars).uar }),
    },
  ],
  hint: "Three figures: the name of the group with the smallest UAR, that UAR, and the largest UAR minus it. Groups whose UAR is NaN do not count.",
});
