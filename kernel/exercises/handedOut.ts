import { exerciseOf, type LessonCell, sourceOf } from "./exerciseCell.js";

/** The field of a released notebook's metadata that holds its exercises' cells as they were handed out. */
const handedOutField = "aen_lesson";

/** A cell of an exercise as it was handed out. */
export interface HandedOutCell extends LessonCell {
  readonly id?: string;
  readonly cell_type: "code" | "markdown" | "raw";
  readonly source: string;
  readonly metadata: Readonly<Record<string, unknown>>;
  /** Where the lecturer shows it. */
  readonly solution?: string;
}

/**
 * Metadata of a notebook together with its exercises' cells, so that a front end can restore them.
 *
 * @param cells as they are handed out
 * @param solutions those that students may see, by grade_id
 */
export function withHandedOut(
  metadata: Readonly<Record<string, unknown>>,
  cells: readonly (LessonCell & { readonly id?: string })[],
  solutions: ReadonlyMap<string, string> = new Map(),
): Record<string, unknown> {
  const kept = cells.flatMap((cell) => {
    const gradeId = exerciseOf(cell)?.grade_id;
    if (gradeId === undefined) return [];
    const { id, cell_type, metadata: own = {} } = cell;
    const solution = solutions.get(gradeId);
    return [{ id, cell_type, source: sourceOf(cell), metadata: own, solution }];
  });
  return { ...metadata, [handedOutField]: { version: 1, cells: kept } };
}

/** The cells that a notebook was handed out with; none where it does not hold them, or where they cannot be read. */
export function handedOutIn(metadata: unknown): HandedOutCell[] {
  const field = recordOf(recordOf(metadata)?.[handedOutField]);
  if (field?.["version"] !== 1 || !Array.isArray(field["cells"])) return [];
  return field["cells"].filter(isHandedOut);
}

function isHandedOut(value: unknown): value is HandedOutCell {
  const cell = recordOf(value);
  if (!cell || typeof cell["source"] !== "string" || !recordOf(cell["metadata"])) return false;
  if (!["code", "markdown", "raw"].includes(cell["cell_type"] as string)) return false;
  if (cell["solution"] !== undefined && typeof cell["solution"] !== "string") return false;
  return exerciseOf(cell as unknown as LessonCell) !== undefined;
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> | undefined {
  const isRecord = typeof value === "object" && value !== null && !Array.isArray(value);
  return isRecord ? (value as Readonly<Record<string, unknown>>) : undefined;
}
