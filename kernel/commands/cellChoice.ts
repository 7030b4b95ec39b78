import { existsSync } from "node:fs";
import { type Notebook, readNotebook } from "../notebook/notebookFile.js";
import { withRanCells } from "../notebook/ranCells.js";
import { cellInputs, type CellInputs, staleRun, type StaleRun } from "../notebook/staleCells.js";
import type { CellExpert, PreparedRun } from "./runInTerminal.js";

/** Chooses the cells that run, and notes in those that have run what they ran with. */
export class CellChoice {
  #inputs: CellInputs | undefined;

  /**
   * @param staleOnly whether cells that are not stale keep their outputs
   * @param output where an earlier run may have written the notebook
   */
  constructor(
    readonly staleOnly: boolean,
    readonly output: string,
  ) {}

  /** Finds out what each cell needs, and tells which cells run where not all do. */
  async prepare(notebook: Notebook, kernel: CellExpert): Promise<PreparedRun> {
    const asking = cellInputs(notebook, (texts, cell) => kernel.ask("dataFlow", texts, { cell, offset: 0 }));
    if (!this.staleOnly) {
      // Without them the notebook runs all the same, and all its cells are stale the next time.
      this.#inputs = await asking.catch(() => undefined);
      return { notebook };
    }
    const inputs = (this.#inputs = await asking);
    const saved = existsSync(this.output) ? [await readNotebook(this.output)] : [];
    const run = staleRun(notebook, inputs, notebook, ...saved);
    console.error(choiceText(run, inputs.cells.length));
    const only = new Set(run.runs.map((cell) => inputs.cells[cell].id));
    return { notebook: run.notebook, only };
  }

  /** A copy of an executed notebook whose cells say what they ran with. */
  noted(executed: Notebook): Notebook {
    return this.#inputs ? withRanCells(executed, this.#inputs.fingerprints) : executed;
  }
}

/** "Of 9 cells, these run: 5, which is stale, and 1 and 2, which it needs; 6 keep their outputs." */
function choiceText({ stale, runs }: StaleRun, of: number): string {
  if (stale.length === 0) return `No cell is stale: all ${of} keep their outputs.`;
  const needed = runs.filter((cell) => !stale.includes(cell));
  const [are, need] = stale.length === 1 ? ["is", "it needs"] : ["are", "they need"];
  const above = needed.length > 0 ? `, and ${numbers(needed)}, which ${need}` : "";
  const kept = of - runs.length;
  const rest = kept === 0 ? "" : kept === 1 ? "; one keeps its outputs" : `; ${kept} keep their outputs`;
  return `Of ${of} cells, these run: ${numbers(stale)}, which ${are} stale${above}${rest}.`;
}

function numbers(cells: readonly number[]): string {
  const shown = cells.map((cell) => String(cell + 1));
  if (shown.length === 1) return shown[0];
  return `${shown.slice(0, -1).join(", ")} and ${shown.at(-1)}`;
}
