import { lesson2 } from "../../../../../kernel/aen/course/lesson2/exercises.js";
import { describeChecks } from "../checksOfLesson.js";
import { lesson2Answers } from "./answers.js";

describeChecks("lesson 2", lesson2, lesson2Answers);
