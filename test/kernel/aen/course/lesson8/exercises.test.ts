import { lesson8 } from "../../../../../kernel/aen/course/lesson8/exercises.js";
import { describeChecks } from "../checksOfLesson.js";
import { lesson8Answers } from "./answers.js";

describeChecks("lesson 8", lesson8, lesson8Answers);
