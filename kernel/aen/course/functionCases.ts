import * as tf from "@tensorflow/tfjs-core";
import { hashName, signedAt } from "../../random/deterministicValues.js";
import { type Finding, right } from "./exercise.js";
import type { TensorFunction } from "./tensorAnswer.js";

/** An exercise whose answer is a function of tensors. */
export interface FunctionExercise {
  readonly id: string;
  readonly name: string;
  readonly points: { readonly values: number; readonly gradients?: number };
  /** Sizes of the cases; the last one is hidden. */
  readonly cases: readonly Sizes[];
  /** Makes the inputs of a case, in the order of the answer's parameters. */
  inputs(sizes: Sizes, name: string): tf.Tensor[];
  /** What the answer must compute. */
  readonly reference: TensorFunction;
  /** Names of the inputs with respect to which gradients are compared, by position. */
  readonly gradientsOf?: Readonly<Record<number, string>>;
  /** What is often computed instead, with a hint for each that does not give the answer away. */
  readonly mistakes: readonly Mistake[];
  /** The hint where no mistake fits. */
  readonly hint: string;
}

export type Sizes = Readonly<Record<string, number>>;

export interface Mistake {
  readonly hint: string;
  readonly value: TensorFunction;
}

/** The first case that is not right, or that all are; the last one is looked at when grading only. */
export function firstWrong(
  { cases }: { readonly cases: readonly unknown[] },
  hidden: boolean,
  examine: (index: number) => Finding,
): Finding {
  const looked = lookedAt(cases, hidden);
  for (let index = 0; index < looked.length; index++) {
    const found = examine(index);
    if (found.share < 1) return found;
  }
  return right;
}

/** The cases that a check looks at: all but the last one, which is looked at when grading only. */
export function lookedAt<Case>(cases: readonly Case[], hidden: boolean): readonly Case[] {
  return hidden ? cases : cases.slice(0, -1);
}

/** The inputs of a case; the same at each call. */
export function inputsOf(exercise: FunctionExercise, index: number): tf.Tensor[] {
  return exercise.inputs(exercise.cases[index], `exercise ${exercise.id}, case ${index + 1}`);
}

/** Deterministic values in [-scale, scale). */
export function drawn(name: string, shape: number[], scale = 1): tf.Tensor {
  const hash = hashName(name);
  const size = shape.reduce((product, length) => product * length, 1);
  return tf.tensor(
    Float32Array.from({ length: size }, (_, at) => scale * signedAt(hash, at)),
    shape,
  );
}
