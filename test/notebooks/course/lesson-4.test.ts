import path from "node:path";
import { lesson4 } from "../../../kernel/aen/course/lesson4/exercises.js";
import { describeLesson } from "./lessonNotebook.js";

describeLesson("notebooks/course/lesson-4.ipynb", lesson4, (folder) => ({
  ...{ perEmotion: 6, stillEpochs: 1, epochs: 1 },
  record: path.join(folder, "record"),
}));
