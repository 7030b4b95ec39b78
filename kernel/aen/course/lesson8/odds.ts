import type { Exercise } from "../exercise.js";
import { type ClipAnswer, drawnAnswers } from "./clipAnswer.js";
import { figuresExercise } from "./figuresExercise.js";

type Inputs = readonly [answers: readonly ClipAnswer[], emotion: string, one: string, other: string];

const clips = { Angry: 3, Happy: 4, Neutral: 5 };
const cases: readonly Inputs[] = [
  [
    drawnAnswers("odds 1", [
      { group: "light", people: 6, clips, skills: [0.9, 0.7] },
      { group: "dark", people: 4, clips: { ...clips, Angry: 1 }, skills: [0.5, 0.6] },
    ]),
    ...(["Angry", "light", "dark"] as const),
  ],
  [
    drawnAnswers("odds 2", [
      { group: "older", people: 5, clips, skills: [0.4, 0.7] },
      { group: "younger", people: 5, clips: { Angry: 2, Happy: 2, Neutral: 6 }, skills: [0.8] },
      { group: "unknown", people: 2, clips, skills: [0.5] },
    ]),
    ...(["Neutral", "older", "younger"] as const),
  ],
  [
    drawnAnswers("odds 3", [
      { group: "a", people: 4, clips: { Fear: 4, Sad: 3 }, skills: [0.6] },
      { group: "b", people: 7, clips: { Fear: 2, Sad: 5 }, skills: [0.8, 0.5] },
    ]),
    ...(["Fear", "b", "a"] as const),
  ],
];

type Chosen = (answer: ClipAnswer, emotion: string) => boolean;
const isTruth: Chosen = ({ truth }, emotion) => truth === emotion;
const isNotTruth: Chosen = ({ truth }, emotion) => truth !== emotion;
const isNamed: Chosen = ({ named }, emotion) => named === emotion;
const isFalseAlarm: Chosen = (answer, emotion) => isNamed(answer, emotion) && isNotTruth(answer, emotion);
const any: Chosen = () => true;

/** Of the clips that `among` chooses, the share that `counted` chooses: in one group minus in the other. */
function difference([answers, emotion, one, other]: Inputs, counted: Chosen, among: Chosen): number {
  const share = (group: string) => {
    const base = answers.filter((answer) => answer.group === group && among(answer, emotion));
    return base.filter((answer) => counted(answer, emotion)).length / base.length;
  };
  return share(one) - share(other);
}

function odds(inputs: Inputs) {
  return {
    recall: difference(inputs, isNamed, isTruth),
    falseAlarms: difference(inputs, isNamed, isNotTruth),
  };
}

/** Equalised odds of one emotion (Hardt, Price, Srebro 2016). */
export const oddsGap: Exercise = figuresExercise<Inputs>({
  ...{ id: "8.7", name: "Equalised odds", points: 3, cases },
  reference: (...inputs) => odds(inputs),
  mistakes: [
    {
      hint: "Your false alarms are a share of all clips. Of which clips can there be a false alarm at all?",
      value: (...inputs) => ({ ...odds(inputs), falseAlarms: difference(inputs, isFalseAlarm, any) }),
    },
    {
      hint: "Your false alarms are a share of the clips that were named so: that says how far an answer can be trusted. The text asks how often a clip of another emotion is named so.",
      value: (...inputs) => ({ ...odds(inputs), falseAlarms: difference(inputs, isNotTruth, isNamed) }),
    },
    {
      hint: "Your recall is a precision: which clips does recall sort by, those that are of the emotion or those named so?",
      value: (...inputs) => ({ ...odds(inputs), recall: difference(inputs, isTruth, isNamed) }),
    },
    {
      hint: "Your differences are turned round: the text asks for the first group minus the second.",
      value: (...inputs) => ({ recall: -odds(inputs).recall, falseAlarms: -odds(inputs).falseAlarms }),
    },
    {
      hint: "Your differences have lost their sign: who has more false alarms is then not to be seen.",
      value: (...inputs) => ({
        recall: Math.abs(odds(inputs).recall),
        falseAlarms: Math.abs(odds(inputs).falseAlarms),
      }),
    },
    {
      hint: "You count clips. Groups differ in how many they have: what makes counts comparable?",
      value: ([...answers], emotion, one, other) => {
        const count = (group: string, chosen: Chosen) =>
          answers.filter((each) => each.group === group && isNamed(each, emotion) && chosen(each, emotion))
            .length;
        return {
          recall: count(one, isTruth) - count(other, isTruth),
          falseAlarms: count(one, isNotTruth) - count(other, isNotTruth),
        };
      },
    },
  ],
  hint: "Two shares in each group. Of the clips of the emotion: how many are named so? Of the clips of all other emotions: how many are named so? Then the first group minus the second.",
});
