import { createHash } from "node:crypto";
import type * as vscode from "vscode";
import type { CellWork } from "../controller/cellRun.js";
import type { Controller } from "../controller/controller.js";
import { Disposables } from "../disposables.js";

/** Shorter runs need no estimate, in milliseconds. */
const shortest = 5000;

/** How many cells are remembered: those that ran last. */
const most = 500;

const key = "cellTimes";

/**
 * How long cells took when they last succeeded, by their text: what a cell that runs again will take in all, of which
 * a training knows only its own part, and that from its first steps on.
 */
export class CellTimes implements vscode.Disposable {
  readonly #owned = new Disposables();
  readonly #begun = new Map<vscode.NotebookCell, string>();

  constructor(
    controller: Pick<Controller, "onDidWork">,
    private readonly memory: vscode.Memento,
  ) {
    this.#owned.add(controller.onDidWork((work) => this.#hear(work)));
  }

  dispose(): void {
    this.#owned.dispose();
  }

  /** Seconds that are left of a running cell; undefined where it has not run before, or already takes longer. */
  secondsLeft({ cell, started }: CellWork): number | undefined {
    const text = this.#begun.get(cell);
    const took = text === undefined ? undefined : new Map(this.#times).get(text);
    const left = took === undefined ? 0 : took - (Date.now() - started);
    return left > 0 ? left / 1000 : undefined;
  }

  get #times(): readonly (readonly [text: string, took: number])[] {
    return this.memory.get(key, []);
  }

  #hear({ cell, started, isRunning, success }: CellWork): void {
    if (isRunning) return void this.#begun.set(cell, markOf(cell.document.getText()));
    const text = this.#begun.get(cell);
    this.#begun.delete(cell);
    const took = Date.now() - started;
    if (text === undefined || !success || took < shortest) return;
    const others = this.#times.filter(([other]) => other !== text);
    void this.memory.update(key, [...others, [text, took]].slice(-most));
  }
}

function markOf(text: string): string {
  return createHash("sha256").update(text.trim()).digest("hex").slice(0, 16);
}
