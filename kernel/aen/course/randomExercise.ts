import type * as tf from "@tensorflow/tfjs-core";
import { type Exercise, type ExercisePart, type Finding, right, wrong } from "./exercise.js";
import { closeTo, type Called, callAnswer, sameShape, shapeText, taken, tidied } from "./tensorAnswer.js";

/** An exercise whose answer draws noise: what it draws must lie in an interval, over many seeds. */
export interface RandomExercise {
  readonly id: string;
  readonly name: string;
  readonly points: { readonly seed: number; readonly noise: number };
  /** The tensor that noise is added to. */
  input(): tf.Tensor;
  /** Standard deviations of the noise that are tried. */
  readonly spreads: readonly number[];
}

const seeds = Array.from({ length: 24 }, (_, at) => 101 + 17 * at);
/** A right answer misses an interval of 5 standard errors once in about two million tries. */
const errors = 5;

/** Checks a function of a tensor, a spread and a seed: the seed decides, the noise is Gaussian in mean and spread. */
export function randomExercise(exercise: RandomExercise): Exercise {
  const seedPart: ExercisePart = {
    what: "one seed, one result",
    points: exercise.points.seed,
    examine: (answer) => seedDecides(exercise, answer),
  };
  const noisePart: ExercisePart = {
    what: `mean and spread of the noise over ${seeds.length} seeds`,
    points: exercise.points.noise,
    examine: (answer) => noiseFits(exercise, answer),
  };
  return { id: exercise.id, name: exercise.name, parts: [seedPart, noisePart] };
}

function called(exercise: RandomExercise, answer: unknown, spread: number, seed: number): Called {
  const found = callAnswer(answer, () => [exercise.input(), spread, seed]);
  if (!("value" in found)) return found;
  const shape = tidied(() => exercise.input().shape);
  return sameShape(found.value.shape, shape)
    ? found
    : {
        hint: `Your tensor has the shape ${shapeText(found.value.shape)}; it must keep the shape ${shapeText(shape)} of its input.`,
      };
}

function seedDecides(exercise: RandomExercise, answer: unknown): Finding {
  const draws = [7, 7, 8].map((seed) => called(exercise, answer, 1, seed));
  const values: (readonly number[])[] = [];
  for (const draw of draws) {
    if (!("value" in draw)) return wrong(draw.hint);
    values.push(draw.value.values);
  }
  if (!closeTo(values[0], values[1]))
    return wrong("Twice the same seed, and two results: where does your noise get its seed from?");
  return closeTo(values[0], values[2])
    ? wrong("Two seeds give the same result: does your function use its seed, and add any noise at all?")
    : right;
}

function noiseFits(exercise: RandomExercise, answer: unknown): Finding {
  const input = tidied(() => taken(exercise.input())).values;
  for (const spread of exercise.spreads) {
    const noise: number[][] = [];
    for (const seed of seeds) {
      const draw = called(exercise, answer, spread, seed);
      if (!("value" in draw)) return wrong(draw.hint);
      noise.push(draw.value.values.map((value, at) => value - input[at]));
    }
    const hint = misfit(noise, spread);
    if (hint !== undefined) return wrong(hint);
  }
  return right;
}

/** What does not fit a Gaussian of mean 0 and this spread that is drawn for each number by itself. */
function misfit(noise: readonly (readonly number[])[], spread: number): string | undefined {
  const all = noise.flat();
  const mean = all.reduce((sum, value) => sum + value, 0) / all.length;
  const deviation = Math.sqrt(all.reduce((sum, value) => sum + value ** 2, 0) / all.length);
  if (noise.every((draw) => draw.every((value) => Math.abs(value - draw[0]) < 1e-4 * spread)))
    return "Every number gets the same noise: each should get its own.";
  if (Math.abs(mean) > (errors * spread) / Math.sqrt(all.length))
    return "Over many seeds your noise does not average to 0: it moves all scores to one side.";
  return Math.abs(deviation - spread) > (errors * spread) / Math.sqrt(2 * all.length)
    ? "Over many seeds your noise has another standard deviation than `spread` says: what does your function do with it?"
    : undefined;
}
