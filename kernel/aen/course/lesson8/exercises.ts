import type { Exercise } from "../exercise.js";
import { gapInterval } from "./gapInterval.js";
import { oddsGap } from "./odds.js";
import { consent, hiddenByMean, whatFiguresSay, whereGapsComeFrom, whichArticle } from "./quizzes.js";
import { groupUars, worstGroup } from "./rates.js";
import { resampledPeople } from "./resampledPeople.js";

/** Lesson 8, "Whom does it fail?". */
export const lesson8: readonly Exercise[] = [
  whereGapsComeFrom,
  groupUars,
  worstGroup,
  hiddenByMean,
  resampledPeople,
  gapInterval,
  oddsGap,
  whatFiguresSay,
  whichArticle,
  consent,
];
