import type { ExerciseMetadata } from "../../../kernel/exercises/exerciseCell.js";
import type { Notebook, NotebookCell } from "../../../kernel/notebook/notebookFile.js";

/** A cell of an exercise. */
export function exerciseCell(
  grade_id: string,
  source: string,
  is: Partial<ExerciseMetadata> & { readonly type?: "code" | "markdown" } = {},
): NotebookCell {
  const { type = "code", ...kinds } = is;
  const usual = { schema_version: 3, grade: false, solution: false, locked: false, task: false };
  const cell = {
    id: grade_id,
    cell_type: type,
    source,
    metadata: { nbgrader: { grade_id, ...usual, ...kinds } },
  };
  return type === "code" ? { ...cell, outputs: [], execution_count: null } : cell;
}

export function notebookOf(...cells: NotebookCell[]): Notebook {
  const kernelspec = { name: "aen", language: "typescript", display_name: "AEN (TypeScript)" };
  return { nbformat: 4, nbformat_minor: 5, metadata: { kernelspec }, cells };
}

/** A text, an answer and a check with a hidden test. */
export const smallLesson = notebookOf(
  exerciseCell("text", "# Add", { type: "markdown", locked: true }),
  exerciseCell(
    "answer",
    "function add(a: number, b: number) {\n  // BEGIN SOLUTION\n  return a + b;\n  // END SOLUTION\n}",
    {
      solution: true,
    },
  ),
  exerciseCell(
    "check",
    'if (Number(add(1, 2)) !== 3) throw new Error("1 and 2?");\n// BEGIN HIDDEN TESTS\nif (Number(add(2, 2)) !== 4) throw new Error("2 and 2?");\n// END HIDDEN TESTS',
    { grade: true, locked: true, points: 2 },
  ),
  exerciseCell("free", "What it does.", { type: "markdown", grade: true, solution: true, points: 3 }),
);
