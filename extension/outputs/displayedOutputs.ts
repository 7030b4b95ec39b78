import type * as vscode from "vscode";
import type { OutputWriter } from "./outputWriter.js";

interface Displayed {
  readonly output: vscode.NotebookCellOutput;
  readonly cell: vscode.NotebookCell;
}

/** The outputs of a notebook that can be replaced by display id, in whichever cell they are. */
export class DisplayedOutputs {
  readonly #byId = new Map<string, Displayed[]>();

  add(id: string, output: vscode.NotebookCellOutput, cell: vscode.NotebookCell): void {
    const known = this.#byId.get(id)?.filter((each) => isThere(each)) ?? [];
    this.#byId.set(id, [...known, { output, cell }]);
  }

  /** Redraws an output wherever it appears. */
  async update(id: string, items: vscode.NotebookCellOutputItem[], writer: OutputWriter): Promise<void> {
    const displayed = this.#byId.get(id) ?? [];
    for (const { output } of displayed) await writer.replaceOutputItems(items, output);
  }

  clear(): void {
    this.#byId.clear();
  }
}

/** Cells keep copies of their outputs, so an output counts as present while its cell is in the notebook. */
function isThere({ cell }: Displayed): boolean {
  return cell.index >= 0;
}
