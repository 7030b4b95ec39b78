import { lesson2 } from "../../../kernel/aen/course/lesson2/exercises.js";
import { describeLesson } from "./lessonNotebook.js";

describeLesson("notebooks/course/lesson-2.ipynb", lesson2);
