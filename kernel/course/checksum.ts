import { createHash } from "node:crypto";
import type { NotebookCell } from "../notebook/notebookFile.js";
import { exerciseOf, isGraded, isLocked, isSolution, sourceOf } from "../exercises/exerciseCell.js";

/** The checksum that nbgrader gives a cell of an exercise: of its source, type, kind, id and points. */
export function checksumOf(cell: NotebookCell): string {
  const { grade_id: id, points = 0 } = exerciseOf(cell)!;
  const kinds = [isGraded(cell), isSolution(cell), isLocked(cell)].map((is) => (is ? "True" : "False"));
  const worth = isGraded(cell) ? pythonFloat(points) : "";
  return createHash("md5")
    .update([sourceOf(cell), cell.cell_type, ...kinds, id, worth].join(""))
    .digest("hex");
}

/** As Python prints a float: "3.0". */
function pythonFloat(value: number): string {
  return Number.isInteger(value) ? `${value}.0` : String(value);
}
