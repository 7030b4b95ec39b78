import { lesson6 } from "../../../kernel/aen/course/lesson6/exercises.js";
import { describeLesson } from "./lessonNotebook.js";

describeLesson("notebooks/course/lesson-6.ipynb", lesson6);
