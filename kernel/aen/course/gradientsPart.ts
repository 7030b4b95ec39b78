import * as tf from "@tensorflow/tfjs-core";
import { messageOf } from "../../contracts/messageOf.js";
import { callUserCode, CutShort } from "../host/userCode.js";
import { type ExercisePart, type Finding, right, wrong } from "./exercise.js";
import { drawn, firstWrong, type FunctionExercise, inputsOf } from "./functionCases.js";
import { closeTo, type TensorFunction, tidied } from "./tensorAnswer.js";

/** Compares the gradients of an answer with those of its reference, once its values are right. */
export function gradientsPart(exercise: FunctionExercise, points: number): ExercisePart {
  const inputs = Object.entries(exercise.gradientsOf ?? {});
  return {
    what: "the gradients",
    points,
    needsEarlier: true,
    examine: (answer, hidden) =>
      firstWrong(exercise, hidden, (index) => {
        const findings = inputs.map(([at, name]) =>
          gradientOfCase(exercise, answer as TensorFunction, index, Number(at), name),
        );
        return findings.find(({ share }) => share < 1) ?? right;
      }),
  };
}

function gradientOfCase(
  exercise: FunctionExercise,
  answer: TensorFunction,
  index: number,
  at: number,
  name: string,
): Finding {
  const expected = gradient(exercise, exercise.reference, index, at);
  try {
    const values = gradient(exercise, (...inputs) => callUserCode(() => answer(...inputs)), index, at);
    if (closeTo(values, expected)) return right;
    return values.every((value) => value === 0)
      ? wrong(noGradient(name))
      : wrong(
          `The values are right, but the gradient with respect to the ${name} is not. Does every step stay in tf.*?`,
        );
  } catch (error) {
    if (error instanceof CutShort) throw error;
    const cause = messageOf(error);
    return wrong(
      /cannot compute gradient/i.test(cause) ? noGradient(name) : `Your function has no gradient: ${cause}`,
    );
  }
}

function noGradient(name: string): string {
  return `The values are right, but no gradient reaches the ${name}: numbers that leave tf.* on the way take none along, and not every function of tf has one (tf.einsum has none).`;
}

/** The gradient of the sum of outputs, each with a weight of its own, with respect to the input `at`. */
function gradient(exercise: FunctionExercise, computed: TensorFunction, index: number, at: number): number[] {
  return tidied(() => {
    const inputs = inputsOf(exercise, index);
    const alone = (x: tf.Tensor) => {
      const value = computed(...inputs.map((input, i) => (i === at ? x : input)));
      return tf.sum(tf.mul(value, drawn("weights of outputs", value.shape)));
    };
    return [...tf.grad(alone)(inputs[at]).dataSync()];
  });
}
