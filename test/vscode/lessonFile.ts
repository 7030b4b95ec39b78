import { exerciseOf } from "../../kernel/exercises/exerciseCell.js";
import { releaseLesson } from "../../kernel/course/releaseLesson.js";
import { readNotebook, writeNotebook } from "../../kernel/notebook/notebookFile.js";

/** Writes two exercises of lesson 6, a quiz and a function, as a student gets them: with the function's solution. */
export async function writeLesson(file: string): Promise<void> {
  const lesson = await readNotebook("notebooks/course/lesson-6.ipynb");
  const part = /^(text|answer|check)-6-[25]$/;
  const cells = lesson.cells.filter((cell) => part.test(exerciseOf(cell)?.grade_id ?? ""));
  await writeNotebook(file, releaseLesson({ ...lesson, cells }, file, ["6.2"]));
}

/** A right answer to exercise 6.2. */
export const rightAnswer =
  "function frameScores(logits: tf.Tensor, labels: tf.Tensor) { return tf.sum(tf.mul(logits, tf.expandDims(labels, 1)), 2); }";
