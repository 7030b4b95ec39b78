import { lesson5 } from "../../../../../kernel/aen/course/lesson5/exercises.js";
import { describeChecks } from "../checksOfLesson.js";
import { lesson5Answers } from "./answers.js";

describeChecks("lesson 5", lesson5, lesson5Answers);
