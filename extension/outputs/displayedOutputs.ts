import * as vscode from "vscode";
import type { OutputWriter } from "./outputWriter.js";

interface Displayed {
  readonly output: vscode.NotebookCellOutput;
  readonly cell: vscode.NotebookCell;
  /** Whether the user may have cleared it. */
  wasCleared: boolean;
}

/** Where an output carries its mark; VS Code does not save it. */
const mark = "aenDisplay";

/** The outputs of a notebook that can be replaced by display id, in whichever cell they are. */
export class DisplayedOutputs {
  readonly #byId = new Map<string, Displayed[]>();
  #counter = 0;

  add(id: string, output: vscode.NotebookCellOutput, cell: vscode.NotebookCell): void {
    const known = this.#byId.get(id)?.filter((each) => isThere(each)) ?? [];
    output.metadata = { ...output.metadata, [mark]: `${id}#${++this.#counter}` };
    this.#byId.set(id, [...known, { output, cell, wasCleared: false }]);
  }

  /**
   * Redraws an output wherever it appears. One that was cleared comes back, in the cell whose run writes it.
   * @param running the cell whose execution is writing
   */
  async update(
    id: string,
    items: vscode.NotebookCellOutputItem[],
    writer: OutputWriter,
    running?: vscode.NotebookCell,
  ): Promise<void> {
    for (const displayed of this.#byId.get(id) ?? []) {
      if (!isGone(displayed)) await writer.replaceOutputItems(items, displayed.output);
      else if (displayed.cell === running) await this.#append(id, displayed, items, writer);
    }
  }

  /** Call when a cell has lost its outputs. */
  cleared(cell: vscode.NotebookCell): void {
    for (const displayed of [...this.#byId.values()].flat())
      if (displayed.cell === cell) displayed.wasCleared = true;
  }

  /** Call when a notebook was opened anew, under another name: what its cells displayed is displayed again. */
  moved(to: (cell: vscode.NotebookCell) => vscode.NotebookCell | undefined): void {
    for (const [id, all] of this.#byId) {
      const moved = all.map(({ output, cell }) => ({ output, cell: to(cell) ?? cell, wasCleared: true }));
      this.#byId.set(id, moved);
    }
  }

  clear(): void {
    this.#byId.clear();
  }

  async #append(
    id: string,
    { output, cell }: Displayed,
    items: vscode.NotebookCellOutputItem[],
    writer: OutputWriter,
  ): Promise<void> {
    const again = new vscode.NotebookCellOutput(items, { ...output.metadata });
    this.#byId.set(
      id,
      this.#byId.get(id)!.filter((each) => each.output !== output),
    );
    this.add(id, again, cell);
    const others = cell.outputs.filter((each) => !showsTheSame(each, again));
    if (others.length === cell.outputs.length) await writer.appendOutput(again);
    else await writer.replaceOutput([...others, again]);
  }
}

/** Cells keep copies of their outputs, so an output counts as present while its cell is in the notebook. */
function isThere({ cell }: Displayed): boolean {
  return cell.index >= 0;
}

/** VS Code tells late of outputs that were just written, so only what was cleared is looked for. */
function isGone({ cell, output, wasCleared }: Displayed): boolean {
  return wasCleared && !cell.outputs.some(({ metadata }) => metadata?.[mark] === output.metadata?.[mark]);
}

/** Whether two outputs are boards of the same run or study: one may have been saved, and opened again. */
function showsTheSame(saved: vscode.NotebookCellOutput, shown: vscode.NotebookCellOutput): boolean {
  const subject = subjectOf(shown);
  return subject !== undefined && subject === subjectOf(saved);
}

function subjectOf({ items }: vscode.NotebookCellOutput): string | undefined {
  const view = items.find(({ mime }) => mime.startsWith("application/vnd.aen."));
  try {
    const { run, study } = JSON.parse(Buffer.from(view!.data).toString()) as { run?: string; study?: string };
    return run ?? study;
  } catch {
    return undefined;
  }
}
