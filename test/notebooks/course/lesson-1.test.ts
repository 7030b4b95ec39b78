import { lesson1 } from "../../../kernel/aen/course/lesson1/exercises.js";
import { describeLesson } from "./lessonNotebook.js";

describeLesson("notebooks/course/lesson-1.ipynb", lesson1);
