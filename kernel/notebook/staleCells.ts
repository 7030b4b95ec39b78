import { readFileSync } from "node:fs";
import type { DataFlow } from "../contracts/languageQuestions.js";
import { cellNeeds } from "./cellNeeds.js";
import { type Notebook, type NotebookCell, wholeText } from "./notebookFile.js";
import { fingerprint, ranWith } from "./ranCells.js";

/** What the code cells of a notebook need, and a fingerprint of all that decides what they show. */
export interface CellInputs {
  /** The code cells that are not empty, from top to bottom. */
  readonly cells: readonly NotebookCell[];
  /** For each, the numbers (from 0) of the cells that must run before it. */
  readonly needs: readonly (readonly number[])[];
  /** By the id of a cell. */
  readonly fingerprints: ReadonlyMap<string, string>;
}

/** Which cells run, and a notebook in which the others have the outputs of their last run. */
export interface StaleRun {
  readonly notebook: Notebook;
  /** Numbers (from 0) of the stale cells: they never ran, or something of theirs has changed since. */
  readonly stale: readonly number[];
  /** Numbers of the cells that run: the stale ones and what they need. */
  readonly runs: readonly number[];
}

/** The code cells that a run counts: those with code. */
export function cellsWithCode({ cells }: Notebook): NotebookCell[] {
  return cells.filter(({ cell_type, source }) => cell_type === "code" && wholeText(source).trim() !== "");
}

/** @param ask what a cell, by its number, takes from the others and gives to them; asked of one after the other */
export async function cellInputs(
  notebook: Notebook,
  ask: (texts: readonly string[], cell: number) => Promise<DataFlow>,
): Promise<CellInputs> {
  const cells = cellsWithCode(notebook);
  const texts = cells.map(({ source }) => wholeText(source));
  const flows: DataFlow[] = [];
  for (const cell of texts.keys()) flows.push(await ask(texts, cell));
  const needs = cellNeeds(flows);
  const owns = texts.map((text, cell) => [text.trim(), ...flows[cell].files.map(textOf)]);
  const marks = needs.map((above, cell) => fingerprint(...[...above, cell].flatMap((each) => owns[each])));
  return { cells, needs, fingerprints: new Map(cells.map(({ id }, cell) => [id, marks[cell]])) };
}

function textOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}

/**
 * Finds out which cells are stale: for those that are not, one of the saved notebooks has the outputs of a run of the
 * same text with the same inputs.
 *
 * @param saved notebooks as `aen run` has written them
 */
export function staleRun(notebook: Notebook, inputs: CellInputs, ...saved: readonly Notebook[]): StaleRun {
  const { cells, needs, fingerprints } = inputs;
  const known = savedCells(saved);
  const kept = new Map(
    cells.flatMap(({ id }): [string, NotebookCell][] => {
      const last = known.get(fingerprints.get(id)!)?.shift();
      return last ? [[id, last]] : [];
    }),
  );
  const stale = [...cells.keys()].filter((cell) => !kept.has(cells[cell].id));
  const runs = new Set(stale.flatMap((cell) => [...needs[cell], cell]));
  const withOutputs = notebook.cells.map((cell) => withOutputsOf(cell, kept.get(cell.id)));
  return {
    ...{ notebook: { ...notebook, cells: withOutputs }, stale },
    runs: [...runs].sort((left, right) => left - right),
  };
}

/** Saved cells by what they ran with; two cells of the same text each have one. */
function savedCells(saved: readonly Notebook[]): Map<string, NotebookCell[]> {
  const known = new Map<string, NotebookCell[]>();
  for (const cell of saved.flatMap(cellsWithCode)) {
    const inputs = ranWith(cell);
    if (inputs !== undefined) known.set(inputs, [...(known.get(inputs) ?? []), cell]);
  }
  return known;
}

function withOutputsOf(cell: NotebookCell, last: NotebookCell | undefined): NotebookCell {
  if (!last) return cell;
  return { ...cell, outputs: last.outputs, execution_count: last.execution_count };
}
