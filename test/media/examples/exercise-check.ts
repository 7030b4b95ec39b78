import type { ExerciseCheckPayload } from "../../../kernel/contracts/payloads/exerciseCheck.js";
import { exerciseCheckBundle } from "../../../kernel/figures/bundles/exerciseCheck.js";
import type { ViewExample } from "../exampleViews.js";

/** A loss term whose values are right and whose gradients are not. */
export const partlyRight: ExerciseCheckPayload = {
  view: "exercise-check",
  version: 1,
  language: "en",
  exercise: "6.4",
  name: "Semantic transfer",
  points: 2,
  maxPoints: 4,
  parts: [
    { what: "the values", state: "right", points: 2, maxPoints: 2 },
    { what: "the gradients", state: "wrong", points: 0, maxPoints: 2 },
  ],
  hint: "No gradient reaches the features: numbers that leave tf.* on the way take none along.",
};

const example: ViewExample<"exercise-check"> = {
  payload: () => partlyRight,
  bundle: exerciseCheckBundle,
  table: /^part,state,points/,
  picture: /Partly right/,
};
export default example;
