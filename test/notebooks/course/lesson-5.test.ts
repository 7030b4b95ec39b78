import path from "node:path";
import { lesson5 } from "../../../kernel/aen/course/lesson5/exercises.js";
import { describeLesson } from "./lessonNotebook.js";

describeLesson("notebooks/course/lesson-5.ipynb", lesson5, (folder) => ({
  ...{ perEmotion: 4, epochs: 1 },
  record: path.join(folder, "record"),
}));
