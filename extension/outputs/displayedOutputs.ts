import type * as vscode from "vscode";
import type { OutputWriter } from "./cellOutputs.js";

interface Displayed {
  readonly output: vscode.NotebookCellOutput;
  readonly cell: vscode.NotebookCell;
}

/** The outputs of a notebook that can be replaced by their display id, in whatever cell they stand. */
export class DisplayedOutputs {
  readonly #byId = new Map<string, Displayed[]>();

  add(id: string, output: vscode.NotebookCellOutput, cell: vscode.NotebookCell): void {
    const known = this.#byId.get(id)?.filter((each) => isThere(each)) ?? [];
    this.#byId.set(id, [...known, { output, cell }]);
  }

  /** Draws an output anew wherever it stands. */
  async update(id: string, items: vscode.NotebookCellOutputItem[], writer: OutputWriter): Promise<void> {
    const displayed = this.#byId.get(id) ?? [];
    for (const { output } of displayed) await writer.replaceOutputItems(items, output);
  }

  clear(): void {
    this.#byId.clear();
  }
}

/** Cells keep copies of their outputs, so an output is recognized by its cell being in the notebook. */
function isThere({ cell }: Displayed): boolean {
  return cell.index >= 0;
}
