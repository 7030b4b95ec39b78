import type { Answers } from "../answers.js";
import { holmAnswers } from "./holmAnswers.js";
import { intervalAnswers } from "./intervalAnswers.js";
import { manyArmsAnswers } from "./manyArmsAnswers.js";
import { powerAnswers } from "./powerAnswers.js";
import { quizAnswers } from "./quizAnswers.js";
import { signFlipAnswers } from "./signFlipAnswers.js";

/** Answers to the exercises of lesson 7, by number. */
export const lesson7Answers: Readonly<Record<string, Answers>> = {
  "7.1": quizAnswers["7.1"],
  "7.2": intervalAnswers["7.2"],
  "7.3": intervalAnswers["7.3"],
  "7.4": signFlipAnswers,
  "7.5": quizAnswers["7.5"],
  "7.6": holmAnswers,
  "7.7": manyArmsAnswers,
  "7.8": powerAnswers,
  "7.9": quizAnswers["7.9"],
  "7.10": quizAnswers["7.10"],
};
