import { lesson4 } from "../../../../../kernel/aen/course/lesson4/exercises.js";
import { describeChecks } from "../checksOfLesson.js";
import { poolingAnswers } from "./poolingAnswers.js";
import { quizAnswers } from "./quizAnswers.js";
import { voteAnswers } from "./voteAnswers.js";

const all = { ...quizAnswers, ...voteAnswers, ...poolingAnswers };

describeChecks("lesson 4", lesson4, Object.fromEntries(lesson4.map(({ id }) => [id, all[id]])));
