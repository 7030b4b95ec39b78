import type { ClipAnswer } from "../../../../../kernel/aen/course/lesson8/clipAnswer.js";
import type { Answers } from "../answers.js";
import { gapAnswers } from "./gapAnswers.js";
import { oddsAnswers } from "./oddsAnswers.js";
import { peopleAnswers } from "./peopleAnswers.js";
import { quizAnswers } from "./quizAnswers.js";
import { uarAnswers } from "./uarAnswers.js";

export type A = readonly ClipAnswer[];
export type Unit = () => number;

/** Answers to the exercises of lesson 8, by number. */
export const lesson8Answers: Readonly<Record<string, Answers>> = {
  "8.1": quizAnswers["8.1"],
  "8.2": uarAnswers["8.2"],
  "8.3": uarAnswers["8.3"],
  "8.4": quizAnswers["8.4"],
  "8.5": peopleAnswers,
  "8.6": gapAnswers,
  "8.7": oddsAnswers,
  "8.8": quizAnswers["8.8"],
  "8.9": quizAnswers["8.9"],
  "8.10": quizAnswers["8.10"],
};
