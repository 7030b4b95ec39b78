import { Random } from "../../../random/random.js";
import { type Exercise, type Finding, right, wrong } from "../exercise.js";
import { callFunction } from "./calledFunction.js";
import { type ClipAnswer, drawnAnswers } from "./clipAnswer.js";
import { drawClips, drawPeople, gapsOf, type Interval, intervalOf } from "./drawnGaps.js";
import { type Figures, figuresOf, formalHint } from "./figuresExercise.js";

const clips = { Happy: 3, Sad: 3 };
const cases = [0, 1].map((at) =>
  drawnAnswers(`interval ${at}`, [
    { group: "light", people: 10, clips, skills: [0.95, 0.55] },
    { group: "dark", people: 8 + at, clips, skills: [0.7, 0.15] },
  ]),
);
const seeds = [1, 2, 3, 4, 5];

/** The 95 % interval of a gap, by resampling the people of both groups (a bootstrap of clusters: Field and Welsh 2007). */
export const gapInterval: Exercise = {
  ...{ id: "8.6", name: "Interval of a gap" },
  parts: [
    {
      what: `the interval, on average over ${seeds.length} seeds`,
      points: 4,
      examine: (answer, hidden) => {
        const found = (hidden ? cases : cases.slice(0, 1)).map((answers) => examineCase(answer, answers));
        return found.find(({ share }) => share < 1) ?? right;
      },
    },
  ],
};

function examineCase(answer: unknown, answers: readonly ClipAnswer[]): Finding {
  const given: Interval[] = [];
  for (const seed of seeds) {
    const random = new Random("exercise 8.6", seed);
    const called = callFunction(answer, [answers, "light", "dark", () => random.unit()]);
    if ("hint" in called) return wrong(called.hint);
    const figures = figuresOf(called.value);
    const formal = formalHint(figures, { low: 0, high: 0 });
    if (formal !== undefined) return wrong(formal);
    given.push(numbersOf(figures!));
  }
  const average = { low: averageOf(given, "low"), high: averageOf(given, "high") };
  const hint = misfit(average, answers);
  return hint === undefined ? right : wrong(hint);
}

function numbersOf({ low, high }: Figures): Interval {
  return { low: Number(low), high: Number(high) };
}

function averageOf(intervals: readonly Interval[], bound: keyof Interval): number {
  return intervals.reduce((sum, interval) => sum + interval[bound], 0) / intervals.length;
}

function misfit(given: Interval, answers: readonly ClipAnswer[]): string | undefined {
  const expected = intervalOf(gapsOf(answers, drawPeople), 0.95);
  const width = expected.high - expected.low;
  const fits = (interval: Interval) => near(given, interval, width);
  if (fits(expected)) return undefined;
  if (given.low > given.high)
    return "Your low is above your high. Sort numbers as numbers: sort() alone sorts them as texts.";
  if (given.high - given.low < 1e-6)
    return "Your interval has no width: does each repetition draw people anew?";
  if (near({ low: given.low / 100, high: given.high / 100 }, expected, width))
    return "Your interval is in percent. Give shares from 0 to 1.";
  return mistakeOf(given, fits, answers) ?? general;
}

const general =
  "Take it in steps: draw people of the one group and of the other, the two UARs, their difference; 1000 times. Sort the differences: 95 % of them lie between low and high, as many below as above.";

function mistakeOf(
  given: Interval,
  fits: (interval: Interval) => boolean,
  answers: readonly ClipAnswer[],
): string | undefined {
  const gaps = gapsOf(answers, drawPeople);
  const { low, high } = intervalOf(gaps, 0.95);
  if (fits({ low: -high, high: -low }))
    return "Your gap is turned round: the text asks for the first group minus the second.";
  if (fits(intervalOf(gapsOf(answers, drawClips), 0.95)))
    return "Your interval is too narrow: it comes out as if each clip were of another person. What do you draw?";
  if (fits(intervalOf(gaps, 0.9)))
    return "Your interval holds nine differences in ten. How many lie outside of one of 95 %, on each side?";
  if (fits(intervalOf(gaps, 0.68)))
    return "Your interval is about one standard deviation to each side. How much of the differences does that hold?";
  return given.high - given.low > 1.4 * (high - low)
    ? "Your interval is too wide. Does it go from the smallest difference to the largest? Which share of them should lie outside?"
    : undefined;
}

/** Whether two intervals agree in width and centre, within five standard errors of what 1000 draws of five seeds give. */
function near(given: Interval, expected: Interval, width: number): boolean {
  const sameWidth = Math.abs(given.high - given.low - (expected.high - expected.low)) < 0.08 * width;
  const off = Math.abs(given.high + given.low - expected.high - expected.low) / 2;
  return sameWidth && off < 0.06 * width;
}
