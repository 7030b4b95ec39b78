import { lesson6 } from "../../../../../kernel/aen/course/lesson6/exercises.js";
import { describeChecks } from "../checksOfLesson.js";
import { lesson6Answers } from "./answers.js";

describeChecks("lesson 6", lesson6, lesson6Answers);
