import * as tf from "@tensorflow/tfjs-core";
import { hashName, signedAt, unitAt } from "../../../random/deterministicValues.js";
import { drawn } from "../functionCases.js";
import { functionExercise } from "../functionExercise.js";
import { numbersExercise } from "../numbersExercise.js";
import { multipleChoice } from "../quiz.js";

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
const mean = (numbers: readonly number[]) => sum(numbers) / numbers.length;

/** Answers of which the surest are too sure. */
function answers(count: number, name: string): [number[], number[]] {
  const hash = hashName(name);
  const sure = Array.from({ length: count }, (_, at) => 0.15 + 0.84 * Math.sqrt(unitAt(hash, 2 * at)));
  return [
    sure,
    sure.map((confidence, at) => Number(unitAt(hash, 2 * at + 1) < 0.15 + 0.6 * confidence ** 2)),
  ];
}

type Given = [confidence: number[], right: number[], bins: number];

/** Mean confidence minus share of right answers, with the number of answers, of each bin that has some. */
function gaps(confidence: readonly number[], right: readonly number[], bins: number) {
  return Array.from({ length: bins }, (_, bin) => {
    const inside = confidence.flatMap((sure, at) => (Math.ceil(sure * bins) - 1 === bin ? [at] : []));
    const gap = mean(inside.map((at) => confidence[at])) - mean(inside.map((at) => right[at]));
    return { gap, count: inside.length };
  }).filter(({ count }) => count > 0);
}

const weighted = (of: (gap: number) => number, [confidence, right, bins]: Given) =>
  sum(gaps(confidence, right, bins).map(({ gap, count }) => count * of(gap))) / confidence.length;

/** Expected calibration error: Guo et al. 2017, equation 3. */
export const calibrationError = numbersExercise<Given>({
  ...{ id: "3.7", name: "Expected calibration error", points: 3 },
  cases: [
    [...answers(40, "exercise 3.7, case 1"), 5],
    [...answers(25, "exercise 3.7, case 2"), 4],
    [...answers(90, "exercise 3.7, case 3"), 10],
  ],
  reference: (...given) => weighted(Math.abs, given),
  mistakes: [
    {
      hint: "All your bins count alike. Which weight does the formula give them?",
      value: (...given) => mean(gaps(...given).map(({ gap }) => Math.abs(gap))),
    },
    {
      hint: "You divide by the number of all bins, empty ones too. Which weight does the formula give a bin?",
      value: (...given) => sum(gaps(...given).map(({ gap }) => Math.abs(gap))) / given[2],
    },
    {
      hint: "Bins that are too sure and bins that are not sure enough cancel. What do the bars in the formula say?",
      value: (...given) => weighted((gap) => gap, given),
    },
    {
      hint: "Bins that are too sure and bins that are not sure enough cancel. Where do the bars stand in the formula?",
      value: (confidence, right) => Math.abs(mean(confidence) - mean(right)),
    },
    {
      hint: "This is the worst bin's gap, the maximum calibration error. What does the formula do with all bins?",
      value: (...given) => Math.max(...gaps(...given).map(({ gap }) => Math.abs(gap))),
    },
    {
      hint: "You square the gaps. What do the bars in the formula say?",
      value: (...given) => weighted((gap) => gap ** 2, given),
    },
    {
      hint: "Your value is a sum over stills. By what is it divided in the formula?",
      value: (...given) => given[0].length * weighted(Math.abs, given),
    },
  ],
  hint: "Bin by bin: how many answers, how sure on average, which share is right? Work one bin out on paper first.",
});

const scaled = (logits: tf.Tensor, temperature: tf.Tensor) => tf.softmax(tf.div(logits, temperature));

/** Guo et al. 2017, section 4.2. */
export const withTemperature = functionExercise({
  ...{ id: "3.8", name: "Temperature", points: { values: 2, gradients: 1 } },
  cases: [
    { stills: 4, emotions: 7, tenths: 25 },
    { stills: 3, emotions: 3, tenths: 4 },
    { stills: 6, emotions: 5, tenths: 17 },
  ],
  inputs: ({ stills, emotions, tenths }, name) => [
    drawn(`${name}, logits`, [stills, emotions], 4),
    tf.scalar(tenths / 10),
  ],
  reference: scaled,
  gradientsOf: { 1: "temperature" },
  mistakes: [
    {
      hint: "A higher temperature makes your probabilities surer. What should it do?",
      value: (logits, temperature) => tf.softmax(tf.mul(logits, temperature)),
    },
    {
      hint: "Your probabilities of a still do not add up to 1: what comes first, the temperature or the softmax?",
      value: (logits, temperature) => tf.div(tf.softmax(logits), temperature),
    },
    { hint: "The temperature does not come into your probabilities.", value: (logits) => tf.softmax(logits) },
    {
      hint: "These are logarithms. What makes probabilities of them?",
      value: (logits, temperature) => tf.logSoftmax(tf.div(logits, temperature)),
    },
    {
      hint: "These are scores, which do not add up to 1. What makes probabilities of them?",
      value: (logits, temperature) => tf.div(logits, temperature),
    },
    {
      hint: "Each score becomes a share by itself. Which function makes shares that add up to 1?",
      value: (logits, temperature) => tf.sigmoid(tf.div(logits, temperature)),
    },
  ],
  hint: "Two steps: what the temperature does to the raw scores, and what makes probabilities of them.",
});

type Fit = [logits: number[][], labels: number[], temperatures: number[]];

/** Scores of a classifier that is right more often than not, and too sure. */
function scores(count: number, emotions: number, name: string): [number[][], number[]] {
  const hash = hashName(name);
  const labels = Array.from({ length: count }, (_, at) => at % emotions);
  const row = (label: number, at: number) =>
    Array.from({ length: emotions }, (_, k) => 6 * signedAt(hash, at * emotions + k) + (k === label ? 4 : 0));
  return [labels.map(row), labels];
}

/** Mean negative log likelihood of the labels, in nats. */
function negativeLogLikelihood(
  logits: readonly number[][],
  labels: readonly number[],
  temperature: number,
): number {
  return mean(
    logits.map((row, at) => {
      const divided = row.map((score) => score / temperature);
      const largest = Math.max(...divided);
      return largest + Math.log(sum(divided.map((score) => Math.exp(score - largest)))) - divided[labels[at]];
    }),
  );
}

function least(temperatures: readonly number[], of: (temperature: number) => number): number {
  return temperatures.reduce((best, each) => (of(each) < of(best) ? each : best));
}

/** Which of some temperatures makes the labels most likely. */
export const bestTemperature = numbersExercise<Fit>({
  ...{ id: "3.9", name: "Fit a temperature", points: 2 },
  cases: [
    [...scores(40, 4, "exercise 3.9, case 1"), [0.1, 0.3, 0.55, 1, 1.5, 2.2, 3.3, 9]],
    [...scores(30, 3, "exercise 3.9, case 2"), [8, 4, 3, 2, 1, 0.7, 0.45, 0.2]],
    [...scores(60, 7, "exercise 3.9, case 3"), [0.5, 1, 1.5, 2, 2.5, 3, 4, 6]],
  ],
  reference: (logits, labels, temperatures) =>
    least(temperatures, (temperature) => negativeLogLikelihood(logits, labels, temperature)),
  mistakes: [
    {
      hint: "Your temperature makes the labels least likely. Is the negative log likelihood to be large or small?",
      value: (logits, labels, temperatures) =>
        least(temperatures, (temperature) => -negativeLogLikelihood(logits, labels, temperature)),
    },
    {
      hint: "Do you multiply scores by the temperature? See exercise 3.8.",
      value: (logits, labels, temperatures) =>
        least(temperatures, (temperature) => negativeLogLikelihood(logits, labels, 1 / temperature)),
    },
    {
      hint: "This is the likelihood that the best temperature reaches. Which temperature is it?",
      value: (logits, labels, temperatures) =>
        Math.min(...temperatures.map((temperature) => negativeLogLikelihood(logits, labels, temperature))),
    },
    {
      hint: "This is the place in the list. Which temperature stands there?",
      value: (logits, labels, temperatures) =>
        temperatures.indexOf(
          least(temperatures, (temperature) => negativeLogLikelihood(logits, labels, temperature)),
        ),
    },
    {
      hint: "You take the first of the list. If all look alike to your measure: does it depend on the temperature at all?",
      value: (_logits, _labels, [first]) => first,
    },
    {
      hint: "You take the highest temperature. Whose probability do you look at: that of the label?",
      value: (_logits, _labels, temperatures) => Math.max(...temperatures),
    },
  ],
  hint: "For each temperature one number: the mean of minus the logarithm of the label's probability. Then which temperature has the smallest?",
});

export const whatHolds = multipleChoice(
  { id: "3.10", name: "What holds of a classifier", points: 2 },
  ["b", "d", "e"],
  ["a", "b", "c", "d", "e"],
  "Try what you are unsure of: the functions that you have written answer it.",
);
