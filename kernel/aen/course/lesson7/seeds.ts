import { studentQuantile } from "../../../metrics/studentQuantile.js";
import type { Exercise } from "../exercise.js";
import { numbersExercise } from "../numbersExercise.js";

const average = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** @param lost degrees of freedom: 1 for a sample's deviation, 0 for that of all there is */
function deviation(values: readonly number[], lost = 1): number {
  const mean = average(values);
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return Math.sqrt(squares / (values.length - lost));
}

const between = (middle: number, margin: number) => [middle - margin, middle + margin];
const t975 = (degrees: number) => studentQuantile(0.05, degrees);
const root = (values: readonly number[]) => Math.sqrt(values.length);

/** The 95 % interval of a mean over seeds, by Student's t. */
export const seedInterval: Exercise = numbersExercise<[number[]]>({
  ...{ id: "7.2", name: "An interval over seeds", points: 2 },
  cases: [
    [[56.1, 57.9, 55.2, 58.4, 56.6]],
    [[61.2, 60.1, 62.7]],
    [[48.3, 50.9, 49.4, 47.7, 51.2, 49.9, 50.4]],
  ],
  reference: (values) =>
    between(average(values), (t975(values.length - 1) * deviation(values)) / root(values)),
  mistakes: [
    {
      hint: "1.96 belongs to a deviation that is known. Yours is estimated from a few seeds: which table in the lesson allows for that?",
      value: (values) => between(average(values), (1.96 * deviation(values)) / root(values)),
    },
    {
      hint: "This interval says where a single run lies. By what does the spread of a mean of n runs differ from that of one?",
      value: (values) => between(average(values), t975(values.length - 1) * deviation(values)),
    },
    {
      hint: "This is one standard error to either side. How many of them hold 95 %?",
      value: (values) => between(average(values), deviation(values) / root(values)),
    },
    {
      hint: "Your deviation divides by n. The mean was estimated from the same runs: what does one divide by then?",
      value: (values) =>
        between(average(values), (t975(values.length - 1) * deviation(values, 0)) / root(values)),
    },
    {
      hint: "Look up t by its degrees of freedom: n runs have one fewer than n.",
      value: (values) => between(average(values), (t975(values.length) * deviation(values)) / root(values)),
    },
    {
      hint: "This is the range from the worst run to the best: it grows with every seed that you add.",
      value: (values) => [Math.min(...values), Math.max(...values)],
    },
    {
      hint: "You use the variance where the formula has its square root.",
      value: (values) =>
        between(average(values), (t975(values.length - 1) * deviation(values) ** 2) / root(values)),
    },
  ],
  hint: "A list of two numbers: the mean minus and plus t times the standard error. Work it out by hand for three runs.",
});

const differences = (arm: readonly number[], base: readonly number[]) =>
  arm.map((value, seed) => value - base[seed]);
const tOf = (values: readonly number[], lost = 1) =>
  (average(values) / deviation(values, lost)) * root(values);

/** Student's t of pairs of runs that share their seed. */
export const pairedT: Exercise = numbersExercise<[number[], number[]]>({
  ...{ id: "7.3", name: "Pairs of runs", points: 2 },
  cases: [
    [
      [57.0, 58.2, 56.4, 59.3, 57.1],
      [56.1, 57.9, 55.2, 58.4, 56.6],
    ],
    [
      [60.3, 60.4, 61.1, 59.0],
      [61.2, 60.1, 62.7, 60.2],
    ],
    [
      [50.1, 51.0, 49.9, 48.8, 52.5, 50.6],
      [48.3, 50.9, 49.4, 47.7, 51.2, 49.9],
    ],
  ],
  reference: (arm, base) => tOf(differences(arm, base)),
  mistakes: [
    {
      hint: "You compare two means whose runs have nothing to do with each other. Which run of the base belongs to a run of the arm?",
      value: (arm, base) =>
        (average(arm) - average(base)) /
        Math.sqrt(deviation(arm) ** 2 / arm.length + deviation(base) ** 2 / base.length),
    },
    {
      hint: "The size is right, the sign is not: an arm that is better than the base has a positive t.",
      value: (arm, base) => tOf(differences(base, arm)),
    },
    {
      hint: "Your t does not grow with the number of seeds. By what is the mean difference divided?",
      value: (arm, base) => average(differences(arm, base)) / deviation(differences(arm, base)),
    },
    {
      hint: "Your deviation divides by n. Which divisor belongs to a sample?",
      value: (arm, base) => tOf(differences(arm, base), 0),
    },
    {
      hint: "This is the mean difference itself. In what unit does t count?",
      value: (arm, base) => average(differences(arm, base)),
    },
    {
      hint: "An arm may be worse than the base: t keeps its sign.",
      value: (arm, base) => Math.abs(tOf(differences(arm, base))),
    },
  ],
  hint: "One number: the differences by seed first, then their mean, divided by its standard error.",
});
