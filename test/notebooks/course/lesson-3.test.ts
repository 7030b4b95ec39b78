import { lesson3 } from "../../../kernel/aen/course/lesson3/exercises.js";
import { describeLesson } from "./lessonNotebook.js";

describeLesson("notebooks/course/lesson-3.ipynb", lesson3, () => ({ people: 6, epochs: 1, splits: 2 }));
