import * as vscode from "vscode";
import { insertCell } from "../insertCell.js";

/** Which code cell of the notebook in front is meant: counted from 1, as people count. */
export interface CellInput {
  readonly cell: number;
}

/** A planned ablation: the terms that are left out, one arm each. */
export interface AblationInput {
  /** Name of the variable in the notebook with the run that is the base. */
  readonly run: string;
  readonly without: readonly string[];
  readonly seeds?: number;
}

/** @throws Error saying what to do when there is no such cell */
export function meantCell({ cell }: CellInput): { editor: vscode.NotebookEditor; cell: vscode.NotebookCell } {
  const editor = notebookInFront();
  const code = editor.notebook.getCells().filter(({ kind }) => kind === vscode.NotebookCellKind.Code);
  const meant = code[cell - 1];
  if (!meant)
    throw new Error(
      `The notebook has ${code.length} code cells; there is no code cell ${cell}. Count them from 1.`,
    );
  return { editor, cell: meant };
}

/** Runs a cell of the notebook in front. @returns how it ended, without its outputs, which may hold anything */
export async function runCell(input: CellInput): Promise<object> {
  const { editor, cell } = meantCell(input);
  await execute(editor.notebook, cell.index);
  return { cell: input.cell, ...outcome(editor.notebook.cellAt(cell.index)) };
}

/** The code of an ablation; names are quoted, so that they cannot become code. @throws Error for a name that is none */
export function ablationCode({ run, without, seeds = 3 }: AblationInput): string {
  if (!/^[A-Za-z_$][\w$]*$/.test(run)) throw new Error(`"${run}" is not the name of a variable.`);
  if (!Number.isInteger(seeds) || seeds < 1 || seeds > 50) throw new Error("Give 1 to 50 seeds.");
  if (without.length === 0) throw new Error("Name at least one loss term to leave out.");
  const terms = without.map((term) => JSON.stringify(term)).join(", ");
  return `const study = await aen.ablate(${run}, { arms: aen.arms.withoutEach(${terms}), seeds: ${seeds} });\nstudy`;
}

/** Adds a cell with an ablation to the notebook in front and runs it. */
export async function startAblation(input: AblationInput): Promise<object> {
  const editor = notebookInFront();
  const at = editor.notebook.cellCount;
  await insertCell(editor, ablationCode(input), at);
  await execute(editor.notebook, at);
  return outcome(editor.notebook.cellAt(at));
}

function notebookInFront(): vscode.NotebookEditor {
  const editor = vscode.window.activeNotebookEditor;
  if (editor) return editor;
  throw new Error("No notebook is in front. Ask the user to open one.");
}

async function execute(notebook: vscode.NotebookDocument, at: number): Promise<void> {
  const range = { start: at, end: at + 1 };
  await vscode.commands.executeCommand("notebook.cell.execute", { ranges: [range], document: notebook.uri });
}

function outcome({ executionSummary }: vscode.NotebookCell): object {
  const { success } = executionSummary ?? {};
  return { state: success === undefined ? "started" : success ? "finished" : "failed, see the notebook" };
}
