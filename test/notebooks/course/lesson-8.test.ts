import { lesson8 } from "../../../kernel/aen/course/lesson8/exercises.js";
import { describeLesson } from "./lessonNotebook.js";

describeLesson("notebooks/course/lesson-8.ipynb", lesson8, () => ({ people: 8, asked: 10, epochs: 1 }));
