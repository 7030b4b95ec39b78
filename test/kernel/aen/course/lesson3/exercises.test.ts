import { lesson3 } from "../../../../../kernel/aen/course/lesson3/exercises.js";
import { describeChecks } from "../checksOfLesson.js";
import { calibrationAnswers } from "./calibrationAnswers.js";
import { quizAnswers } from "./quizAnswers.js";
import { rateAnswers } from "./rateAnswers.js";

const all = { ...quizAnswers, ...rateAnswers, ...calibrationAnswers };

describeChecks("lesson 3", lesson3, Object.fromEntries(lesson3.map(({ id }) => [id, all[id]])));
