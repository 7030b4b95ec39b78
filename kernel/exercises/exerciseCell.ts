/** What an exercise needs to know of a cell, as nbformat has it. */
export interface LessonCell {
  readonly cell_type: string;
  readonly source: string | readonly string[];
  readonly metadata?: Readonly<Record<string, unknown>>;
}

/** What nbgrader keeps in the metadata of a cell (schema version 3). */
export interface ExerciseMetadata {
  readonly grade_id: string;
  readonly schema_version: number;
  readonly grade: boolean;
  readonly solution: boolean;
  readonly locked: boolean;
  readonly task: boolean;
  /** Of graded cells and tasks. */
  readonly points?: number;
  readonly cell_type?: string;
  /** Set when a lesson is released. */
  readonly checksum?: string;
}

/** nbgrader's metadata of a cell; undefined for a cell that is no part of an exercise. */
export function exerciseOf(cell: LessonCell): ExerciseMetadata | undefined {
  const found = cell.metadata?.["nbgrader"] as Partial<ExerciseMetadata> | undefined;
  if (typeof found !== "object" || found === null || typeof found.grade_id !== "string") return undefined;
  const { grade = false, solution = false, locked = false, task = false, schema_version = 3 } = found;
  return { ...found, grade_id: found.grade_id, schema_version, grade, solution, locked, task };
}

export function isGraded(cell: LessonCell): boolean {
  return exerciseOf(cell)?.grade === true;
}

export function isSolution(cell: LessonCell): boolean {
  return exerciseOf(cell)?.solution === true;
}

/** Whether a student must not change a cell: as nbgrader reads it, a graded cell without a solution is always locked. */
export function isLocked(cell: LessonCell): boolean {
  const exercise = exerciseOf(cell);
  if (!exercise || exercise.solution) return false;
  return exercise.grade || exercise.locked;
}

/** Whether a cell is graded by a person: what a student has written, not what a cell has computed. */
export function isReadByHand(cell: LessonCell): boolean {
  const exercise = exerciseOf(cell);
  return exercise !== undefined && (exercise.task || (exercise.grade && exercise.solution));
}

/** The text of a cell. */
export function sourceOf({ source }: LessonCell): string {
  return typeof source === "string" ? source : source.join("");
}
