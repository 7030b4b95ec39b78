import { lesson1 } from "../../../../../kernel/aen/course/lesson1/exercises.js";
import { describeChecks } from "../checksOfLesson.js";
import { lesson1Answers } from "./answers.js";

describeChecks("lesson 1", lesson1, lesson1Answers);
