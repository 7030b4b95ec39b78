import type { FrameLanguage } from "../contracts/payloads/exerciseCheck.js";
import { exerciseOf } from "./exerciseCell.js";
import type { LessonExercise } from "./exercises.js";
import { exerciseTexts } from "./exerciseTexts.js";
import { type Lesson, placeOf } from "./lesson.js";
import type { Repair } from "./repairs.js";

/** The solutions of an exercise that the lecturer shows, with the type of their cells. */
export function solutionsOf(
  { handedOut }: Lesson,
  { answers }: LessonExercise,
): { readonly isCode: boolean; readonly solution: string }[] {
  return handedOut.flatMap((cell) => {
    const { solution, cell_type } = cell;
    const isMeant = answers.includes(exerciseOf(cell)!.grade_id);
    return isMeant && solution !== undefined ? [{ isCode: cell_type === "code", solution }] : [];
  });
}

/**
 * Puts the solution of an exercise below its answer, as a text: it is not run by mistake, and Undo takes it away.
 *
 * @throws Error where the lecturer does not show it
 */
export function shownSolution(lesson: Lesson, exercise: LessonExercise, language: FrameLanguage): Repair {
  const texts = exerciseTexts[language];
  const solutions = solutionsOf(lesson, exercise);
  if (solutions.length === 0) throw new Error(texts.noSolution);
  const shown = solutions.map(({ isCode, solution }) =>
    isCode ? `\`\`\`ts\n${solution}\n\`\`\`` : solution,
  );
  const source = [`**${texts.solution}**`, ...shown].join("\n\n");
  const answer = placeOf(lesson, exercise.answers.at(-1)) ?? lesson.cells.length - 1;
  return { at: answer + 1, removed: 0, cells: [{ cell_type: "markdown", source, metadata: {} }] };
}
