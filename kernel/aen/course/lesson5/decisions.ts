import { predictedEmotion } from "../../../metrics/fusion.js";
import { argmax, softmax } from "../../../metrics/probabilities.js";
import { hashName, signedAt } from "../../../random/deterministicValues.js";
import type { Exercise } from "../exercise.js";
import { numbersExercise } from "../numbersExercise.js";

type Table = number[][];

/** Numbers in [-1, 1), `[rows][columns]`; the same at each call. */
function drawn(name: string, rows: number, columns: number): Table {
  const hash = hashName(name);
  const row = (at: number) =>
    Array.from({ length: columns }, (_, column) => signedAt(hash, at * columns + column));
  return Array.from({ length: rows }, (_, at) => row(at));
}

/** Log-probabilities of clips, `[B][C]`. */
function logProbabilities(name: string, clips: number, emotions: number): Table {
  const logits = drawn(name, clips, emotions).map((row) => row.map((value) => 3 * value));
  return logits.map((row) => softmax(row).map(Math.log));
}

type Heads = [clip: Table, emotion: Table, beta: number];

const heads = (name: string, clips: number, emotions: number, beta: number): Heads => [
  logProbabilities(`${name}, clip`, clips, emotions),
  logProbabilities(`${name}, emotion`, clips, emotions),
  beta,
];

/** For each clip, the place of the largest mixed score. */
const named = (clip: Table, emotion: Table, mixed: (ofClip: number, ofEmotion: number) => number) =>
  clip.map((row, at) => argmax(row.map((value, k) => mixed(value, emotion[at][k]))));

/** The fused decision: SPEC.md, section 7. */
export const fusedEmotions: Exercise = numbersExercise<Heads>({
  ...{ id: "5.4", name: "The fused decision", points: 2 },
  cases: [heads("5.4, a", 60, 7, 0.3), heads("5.4, b", 40, 5, 0.8), heads("5.4, c", 50, 7, 0.6)],
  reference: (clip, emotion, beta) =>
    clip.map((row, at) => predictedEmotion({ clip: row, emotion: emotion[at] }, beta)),
  mistakes: [
    {
      hint: "At beta = 1 the clip head alone decides. Is it the same in your function?",
      value: (clip, emotion, beta) => named(clip, emotion, (one, other) => (1 - beta) * one + beta * other),
    },
    {
      hint: "You mix probabilities. What does the formula mix?",
      value: (clip, emotion, beta) =>
        named(clip, emotion, (one, other) => beta * Math.exp(one) + (1 - beta) * Math.exp(other)),
    },
    {
      hint: "Your decision is the clip head's. Where does the emotion head come in?",
      value: (clip, emotion) => named(clip, emotion, (one) => one),
    },
    {
      hint: "Your decision is the emotion head's. Where does the clip head come in?",
      value: (clip, emotion) => named(clip, emotion, (_, other) => other),
    },
    {
      hint: "Both heads count alike in your function. Where does beta come in?",
      value: (clip, emotion) => named(clip, emotion, (one, other) => one + other),
    },
    {
      hint: "You look for the smallest score. A log-probability of 0 is certain, one far below 0 unlikely.",
      value: (clip, emotion, beta) =>
        named(clip, emotion, (one, other) => -(beta * one + (1 - beta) * other)),
    },
  ],
  hint: "For each clip: mix the two heads' scores emotion by emotion, then find the place of the largest, counted from 0.",
});

type Answers = [truth: number[], predicted: number[], groupOf: number[]];

/** Truths and predictions of clips, of which about a half agree. */
function answers(name: string, clips: number, groupOf: number[]): Answers {
  const [truths, others, coins] = drawn(name, 3, clips);
  const emotion = (value: number) => Math.floor(((value + 1) / 2) * groupOf.length);
  const truth = truths.map(emotion);
  return [truth, others.map((other, at) => (coins[at] < 0 ? truth[at] : emotion(other))), groupOf];
}

const ofAen = [0, 2, 1, 2, 0, 2, 2];

const counted = (given: Answers) => {
  const [truth, predicted, groupOf] = given;
  const isWrong = truth.map((label, at) => label !== predicted[at]);
  const isSame = truth.map((label, at) => groupOf[label] === groupOf[predicted[at]]);
  return {
    clips: truth.length,
    errors: isWrong.filter(Boolean).length,
    within: isWrong.filter((wrong, at) => wrong && isSame[at]).length,
    across: isWrong.filter((wrong, at) => wrong && !isSame[at]).length,
  };
};

/** Errors that keep the sentiment group, and errors that leave it. */
export const errorShares: Exercise = numbersExercise<Answers>({
  ...{ id: "5.5", name: "Errors within and across groups", points: 2 },
  cases: [
    answers("5.5, a", 40, ofAen),
    answers("5.5, b", 30, [0, 0, 1, 1, 1]),
    answers("5.5, c", 50, [1, 0, 2, 0, 1, 1]),
  ],
  reference: (...given) => {
    const { clips, within, across } = counted(given);
    return [within / clips, across / clips];
  },
  mistakes: [
    {
      hint: "Your two shares add up to 1: they are of the errors. Asked for are shares of all clips.",
      value: (...given) => [counted(given).within / counted(given).errors, counted(given).across / counted(given).errors], // prettier-ignore
    },
    {
      hint: "These are counts. By what are they divided?",
      value: (...given) => [counted(given).within, counted(given).across],
    },
    {
      hint: "The two shares are in the other order.",
      value: (...given) => [counted(given).across / counted(given).clips, counted(given).within / counted(given).clips], // prettier-ignore
    },
    {
      hint: "A clip that was named right is within its group too, but no error.",
      value: (...given) => {
        const { clips, errors, within, across } = counted(given);
        return [(clips - errors + within) / clips, across / clips];
      },
    },
    {
      hint: "You compare emotions with groups. Which group does the predicted emotion belong to?",
      value: (truth, predicted, groupOf) => {
        const isWrong = truth.map((label, at) => label !== predicted[at]);
        const within = isWrong.filter((wrong, at) => wrong && groupOf[truth[at]] === predicted[at]).length;
        const all = isWrong.filter(Boolean).length;
        return [within / truth.length, (all - within) / truth.length];
      },
    },
  ],
  hint: "A list of two: among all clips, those named wrong whose emotion is of the true group, and those named wrong whose emotion is of another.",
});
