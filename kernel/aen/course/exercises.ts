import type { Exercise } from "./exercise.js";
import { lesson1 } from "./lesson1/exercises.js";
import { lesson2 } from "./lesson2/exercises.js";
import { lesson3 } from "./lesson3/exercises.js";
import { lesson4 } from "./lesson4/exercises.js";
import { lesson5 } from "./lesson5/exercises.js";
import { lesson6 } from "./lesson6/exercises.js";
import { lesson7 } from "./lesson7/exercises.js";
import { lesson8 } from "./lesson8/exercises.js";

/** The registry of all exercises of the course, lesson by lesson. */
export const exercises: readonly Exercise[] = [
  ...lesson1,
  ...lesson2,
  ...lesson3,
  ...lesson4,
  ...lesson5,
  ...lesson6,
  ...lesson7,
  ...lesson8,
];
