import { randomBytes } from "node:crypto";

/** nbformat's rule for a cell's id: 1 to 64 letters, digits, hyphens and underscores, given to no other cell. */
const wellFormed = /^[A-Za-z0-9_-]{1,64}$/;

/** Cells whose ids are valid: an id that is missing, malformed or another cell's is replaced by a new one. */
export function withValidIds<T extends { readonly id?: unknown }>(
  cells: readonly T[],
): (T & { id: string })[] {
  const taken = new Set<string>();
  return cells.map((cell) => {
    const isValid = typeof cell.id === "string" && wellFormed.test(cell.id) && !taken.has(cell.id);
    const id = isValid ? (cell.id as string) : newId(taken);
    taken.add(id);
    return { ...cell, id };
  });
}

function newId(taken: ReadonlySet<string>): string {
  const id = randomBytes(4).toString("hex");
  return taken.has(id) ? newId(taken) : id;
}
