import { ClipSet } from "../../data/clipSet.js";
import { Evaluation } from "../../metrics/evaluation.js";
import type { Scores } from "../../metrics/scores.js";
import { displayMethod, type MimeBundle } from "../../views/mimeBundle.js";
import type { Run } from "../run.js";
import { crossValidationText } from "./crossValidationText.js";

/** One fold that was trained and judged. */
export interface FoldResult {
  /** Counted from 1. */
  readonly fold: number;
  readonly clips: { readonly train: ClipSet; readonly test: ClipSet };
  /** The run's id; its record is a folder of that name. */
  readonly id: string;
  /** Null where an earlier session trained the fold; its record has everything. */
  readonly run: Run | null;
  /** How the fold's network did on the clips that were held out from it. */
  readonly evaluation: Evaluation;
}

/**
 * What a cross-validation found. The mean over the folds is what the field reports (SPEC.md, section 7); the pooled
 * figures judge every clip once, each by the network that had not seen it.
 */
export class CrossValidation {
  constructor(
    /** By this id {@link trainFolds} goes on with it. */
    readonly id: string,
    /** "stopped" when folds are missing. */
    readonly state: "finished" | "stopped",
    /** How many folds there shall be. */
    readonly count: number,
    /** Those that are done, in order. */
    readonly folds: readonly FoldResult[],
  ) {}

  /** The mean of each score over the folds that are done; NaN without any. */
  get mean(): Scores {
    return this.#overFolds((values) => values.reduce((sum, value) => sum + value, 0) / values.length);
  }

  /** The standard deviation of each score over the folds (n - 1); NaN with fewer than two. */
  get standardDeviation(): Scores {
    const { mean } = this;
    return this.#overFolds((values, name) => {
      const squares = values.reduce((sum, value) => sum + (value - mean[name]) ** 2, 0);
      return Math.sqrt(squares / (values.length - 1));
    });
  }

  /**
   * All held-out clips of the folds that are done, judged together.
   * @throws Error while no fold is done
   */
  get pooled(): Evaluation {
    const [first] = this.folds;
    if (!first) throw new Error("No fold is done yet.");
    const { beta, labels } = first.evaluation;
    const clips = this.folds.flatMap(({ clips }) => clips.test.clips);
    const predictions = this.folds.flatMap(({ evaluation }) => evaluation.predictions);
    return new Evaluation(new ClipSet(clips, labels), predictions, beta);
  }

  toString(): string {
    return crossValidationText(this);
  }

  /** The table of folds; in front ends with pictures the matrix of all folds together. */
  async [displayMethod](): Promise<MimeBundle> {
    const text = { "text/plain": this.toString() };
    return this.folds.length === 0 ? text : { ...(await this.pooled[displayMethod]()), ...text };
  }

  #overFolds(summarise: (values: number[], name: keyof Scores) => number): Scores {
    const names = ["uar", "war", "macroF1", "sentimentUar", "sentimentWar"] as const;
    const entries = names.map((name) => [
      name,
      summarise(
        this.folds.map(({ evaluation }) => evaluation[name]),
        name,
      ),
    ]);
    return Object.fromEntries(entries) as Record<keyof Scores, number>;
  }
}
