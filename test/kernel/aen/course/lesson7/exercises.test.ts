import { lesson7 } from "../../../../../kernel/aen/course/lesson7/exercises.js";
import { describeChecks } from "../checksOfLesson.js";
import { lesson7Answers } from "./answers.js";

describeChecks("lesson 7", lesson7, lesson7Answers);
