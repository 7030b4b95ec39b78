import * as vscode from "vscode";
import type { Controller } from "../controller/controller.js";
import { trainingBoardMimeType } from "./trainingProgress.js";

/** Goes on with an interrupted run in the cell that shows its board. */
export async function resumeHere(
  notebook: vscode.NotebookDocument,
  run: string,
  controller: Controller,
): Promise<void> {
  const cell = notebook.getCells().find((each) => showsBoard(each, run));
  if (cell) await resumeInCell(cell, run, controller);
}

/**
 * Goes on with an interrupted run in a cell. In a kernel in which nothing has run yet, the cells above it run first: they
 * make the clips. Resolves when the cells have ended.
 */
export async function resumeInCell(
  cell: vscode.NotebookCell,
  run: string,
  controller: Pick<Controller, "resumeIn" | "kernels">,
): Promise<void> {
  controller.resumeIn(cell, run);
  const isFresh = !controller.kernels.existing(cell.notebook)?.hasRun;
  const ranges = [{ start: isFresh ? 0 : cell.index, end: cell.index + 1 }];
  const document = cell.notebook.uri;
  await vscode.commands.executeCommand("notebook.cell.execute", { ranges, document });
}

/** Whether the board of a run is among the outputs of a cell. */
export function showsBoard({ outputs }: vscode.NotebookCell, run: string): boolean {
  const items = outputs.flatMap((output) => output.items);
  return items.some(({ mime, data }) => mime === trainingBoardMimeType && runOf(data) === run);
}

function runOf(data: Uint8Array): unknown {
  try {
    return (JSON.parse(Buffer.from(data).toString()) as { run?: unknown }).run;
  } catch {
    return undefined;
  }
}
