import path from "node:path";
import { lesson7 } from "../../../kernel/aen/course/lesson7/exercises.js";
import { describeLesson } from "./lessonNotebook.js";

describeLesson("notebooks/course/lesson-7.ipynb", lesson7, (folder) => ({
  ...{ seeds: 2, perEmotion: 2, epochs: 1 },
  record: path.join(folder, "record"),
}));
