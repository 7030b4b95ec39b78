import { type Exercise, type ExercisePart, type Finding, right, wrong } from "./exercise.js";
import { firstWrong } from "./functionCases.js";
import { callForNumbers, listOf, type Numbers, sameSize, sizeText } from "./numbersAnswer.js";

/**
 * An exercise whose answer estimates probabilities from random draws. Its last argument is a seed. The mean over many
 * seeds must lie in an interval around the exact probabilities.
 */
export interface EstimateExercise<Given extends readonly unknown[]> {
  readonly id: string;
  readonly name: string;
  readonly points: { readonly seed: number; readonly estimate: number };
  /** What the answer is called with, without the seed; the last case is hidden. */
  readonly cases: readonly Given[];
  /** How many draws the answer makes in a case, each a hit or none. */
  draws(...given: Given): number;
  /** The probabilities that it estimates. */
  exact(...given: Given): Numbers;
  /** What is often estimated instead, with a hint for each. */
  readonly mistakes: readonly {
    readonly hint: string;
    readonly exact: (...given: Given) => Numbers;
  }[];
  /** The hint where no mistake fits. */
  readonly hint: string;
}

const seeds = Array.from({ length: 24 }, (_, at) => 211 + 19 * at);
/** A right answer misses an interval of 5 standard errors once in about two million tries. */
const errors = 5;

/** Checks a function that draws: the seed decides, and its estimates agree with the exact probabilities over seeds. */
export function estimateExercise<Given extends readonly unknown[]>(
  exercise: EstimateExercise<Given>,
): Exercise {
  const seedPart: ExercisePart = {
    what: "one seed, one result",
    points: exercise.points.seed,
    examine: (answer) => seedDecides(exercise, answer),
  };
  const estimatePart: ExercisePart = {
    what: `the mean over ${seeds.length} seeds`,
    points: exercise.points.estimate,
    examine: (answer, hidden) =>
      firstWrong(exercise, hidden, (index) => estimateFits(exercise, answer, exercise.cases[index])),
  };
  return { id: exercise.id, name: exercise.name, parts: [seedPart, estimatePart] };
}

type Estimates = { readonly lists: readonly (readonly number[])[] } | { readonly hint: string };

/** The estimates of a case for each seed. */
function estimatesOf<Given extends readonly unknown[]>(
  exercise: EstimateExercise<Given>,
  answer: unknown,
  given: Given,
  tried: readonly number[],
): Estimates {
  const expected = exercise.exact(...given);
  const lists: (readonly number[])[] = [];
  for (const seed of tried) {
    const called = callForNumbers(answer, [...given, seed]);
    if (!("value" in called)) return called;
    const numbers = called.value;
    if (!sameSize(numbers, expected))
      return { hint: `Your function returns ${sizeText(numbers)}; asked for is ${sizeText(expected)}.` };
    if (!listOf(numbers).every((share) => share >= 0 && share <= 1 + 1e-9))
      return { hint: "Your function returns something that is no share: it must lie between 0 and 1." };
    lists.push(listOf(numbers));
  }
  return { lists };
}

function seedDecides<Given extends readonly unknown[]>(
  exercise: EstimateExercise<Given>,
  answer: unknown,
): Finding {
  const [given] = exercise.cases;
  const again = estimatesOf(exercise, answer, given, [seeds[0], seeds[0]]);
  if ("hint" in again) return wrong(again.hint);
  if (again.lists[0].some((share, at) => share !== again.lists[1][at]))
    return wrong("Twice the same seed, and two results: where do your draws get their seed from?");
  const others = estimatesOf(exercise, answer, given, seeds);
  if ("hint" in others) return wrong(others.hint);
  // Whoever goes through all possibilities needs no draws.
  const exact = listOf(exercise.exact(...given));
  const isExact = again.lists[0].every((share, at) => Math.abs(share - exact[at]) < 1e-9);
  const neverMoves = others.lists.every((list) => list.every((share, at) => share === again.lists[0][at]));
  return neverMoves && !isExact
    ? wrong("Every seed gives the same result: does your function use its seed, and does it draw anything?")
    : right;
}

function estimateFits<Given extends readonly unknown[]>(
  exercise: EstimateExercise<Given>,
  answer: unknown,
  given: Given,
): Finding {
  const found = estimatesOf(exercise, answer, given, seeds);
  if ("hint" in found) return wrong(found.hint);
  const means = found.lists[0].map(
    (_, at) => found.lists.reduce((sum, list) => sum + list[at], 0) / found.lists.length,
  );
  const draws = exercise.draws(...given);
  const farthest = (exact: Numbers) =>
    Math.max(...listOf(exact).map((share, at) => Math.abs(means[at] - share) / tolerance(share, draws)));
  if (farthest(exercise.exact(...given)) <= 1) return right;
  const [nearest] = exercise.mistakes
    .map(({ hint, exact }) => ({ hint, distance: farthest(exact(...given)) }))
    .filter(({ distance }) => distance <= 1)
    .sort((a, b) => a.distance - b.distance);
  return wrong(nearest?.hint ?? exercise.hint);
}

/** Standard errors of a mean over the seeds, and one draw: some count the observed one among the draws. */
function tolerance(share: number, draws: number): number {
  return errors * Math.sqrt((share * (1 - share)) / (draws * seeds.length)) + 1 / draws;
}
