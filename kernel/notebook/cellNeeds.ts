import type { DataFlow } from "../contracts/languageQuestions.js";

/** What a cell takes, gives and may change: names with the number of the cell that declares them. */
interface Touched {
  readonly takes: ReadonlySet<string>;
  readonly gives: ReadonlySet<string>;
  readonly changes: ReadonlySet<string>;
}

/**
 * For each cell, the numbers of the cells above it that must run before it where nothing has run yet: those that declare
 * or assign what it reads, those that may change it from within, and what these need. In doubt a cell is needed.
 *
 * @param flows of the cells from top to bottom
 * @returns ascending numbers, from 0
 */
export function cellNeeds(flows: readonly DataFlow[]): number[][] {
  const touched = touchedNames(flows);
  return flows.map((_, cell) => needsOf(cell, touched));
}

function touchedNames(flows: readonly DataFlow[]): Touched[] {
  const declaredBy = new Map<string, number>();
  return flows.map(({ reads, types, writes, declares, changes }, cell) => {
    const above = (names: readonly string[]) => names.map((name) => `${name}@${declaredBy.get(name) ?? ""}`);
    const assigned = above(writes.filter((name) => !declares.includes(name)));
    const takes = new Set([...above([...reads, ...types]), ...assigned]);
    const changed = new Set(above(changes));
    const gives = new Set([...assigned, ...declares.map((name) => `${name}@${cell}`)]);
    for (const name of declares) declaredBy.set(name, cell);
    return { takes, gives, changes: changed };
  });
}

function needsOf(cell: number, touched: readonly Touched[]): number[] {
  const wanted = new Set(touched[cell].takes);
  const needed = new Set<number>();
  const isNeeded = (above: number): boolean => {
    const { gives, changes } = touched[above];
    return !needed.has(above) && [...gives, ...changes].some((name) => wanted.has(name));
  };
  const above = Array.from({ length: cell }, (_, each) => each).reverse();
  for (let found = above.filter(isNeeded); found.length > 0; found = above.filter(isNeeded)) {
    for (const each of found) {
      needed.add(each);
      for (const name of takenWith(touched[each])) wanted.add(name);
    }
  }
  return [...needed].sort((left, right) => left - right);
}

/** What else counts with a cell: what it gives may hold what it changes, and so be another way to it. */
function takenWith({ takes, gives, changes }: Touched): Set<string> {
  return changes.size > 0 ? new Set([...takes, ...gives]) : new Set(takes);
}
