import type * as vscode from "vscode";
import { Disposables } from "../disposables.js";
import { isGoingOn } from "./trainingProgress.js";
import type { CellTraining, Trainings } from "./trainings.js";

/** A training whose end nobody has seen. */
export interface UnfinishedTraining {
  readonly run: string;
  /** Address of the notebook that it was last seen in. */
  readonly notebook: string;
}

/** How many are remembered: those that were seen last. */
const most = 50;

const key = "unfinishedTrainings";

/**
 * The trainings of the workspace that have begun and whose end no window has seen. What is left of them when a window
 * opens was cut short by a reload, or by the end of VS Code: whoever stops a training sees its end. In a browser, VS Code keeps
 * what is remembered a few seconds later only: a training that is cut short at once is not offered, but is among the runs.
 */
export class UnfinishedTrainings implements vscode.Disposable {
  readonly #owned = new Disposables();

  constructor(
    trainings: Pick<Trainings, "onDidHear">,
    private readonly memory: vscode.Memento,
  ) {
    this.#owned.add(trainings.onDidHear((training) => this.#hear(training)));
  }

  dispose(): void {
    this.#owned.dispose();
  }

  get all(): readonly UnfinishedTraining[] {
    return this.memory.get<readonly UnfinishedTraining[]>(key, []);
  }

  forget(run: string): void {
    if (this.all.some((each) => each.run === run)) this.#keep(this.#without(run));
  }

  #hear({ cell, progress }: CellTraining): void {
    if (!isGoingOn(progress)) return this.forget(progress.run);
    const seen = { run: progress.run, notebook: cell.notebook.uri.toString() };
    const isKnown = this.all.some(({ run, notebook }) => run === seen.run && notebook === seen.notebook);
    if (!isKnown) this.#keep([...this.#without(seen.run), seen].slice(-most));
  }

  #without(run: string): UnfinishedTraining[] {
    return this.all.filter((each) => each.run !== run);
  }

  #keep(unfinished: readonly UnfinishedTraining[]): void {
    void this.memory.update(key, unfinished);
  }
}
