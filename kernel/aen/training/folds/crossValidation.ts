import { ClipSet } from "../../clips/clipSet.js";
import { relabelledClip } from "../../clips/relabelledClip.js";
import { Evaluation } from "../../results/evaluation.js";
import { scoreNames, type Scores } from "../../../metrics/scores.js";
import { displayMethod, type MimeBundle } from "../../../contracts/mimeBundle.js";
import type { Run } from "../run.js";
import { crossValidationText } from "./crossValidationText.js";

/** One trained and evaluated fold. */
export interface FoldResult {
  /** Counted from 1. */
  readonly fold: number;
  readonly clips: { readonly train: ClipSet; readonly test: ClipSet };
  /** The run's id, also the name of its record's folder. */
  readonly id: string;
  /** Null if an earlier session trained the fold; its record has everything. */
  readonly run: Run | null;
  /** How the fold's network did on its held-out clips. */
  readonly evaluation: Evaluation;
}

/**
 * The result of a cross-validation. The mean over the folds is what the field reports (SPEC.md, section 7); the pooled
 * figures count every clip once, predicted by the network that had not seen it.
 */
export class CrossValidation {
  constructor(
    /** The id by which `aen.trainFolds` resumes it. */
    readonly id: string,
    /** "stopped" when folds are missing. */
    readonly state: "finished" | "stopped",
    /** The planned number of folds. */
    readonly count: number,
    /** The finished folds, in order. */
    readonly folds: readonly FoldResult[],
  ) {}

  /** The mean of each score over the finished folds; NaN without any. */
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
   * All held-out clips of the finished folds, evaluated together.
   * @throws Error while no fold has finished
   */
  get pooled(): Evaluation {
    const [first] = this.folds;
    if (!first) throw new Error("No fold has finished yet.");
    const { beta, labels } = first.evaluation;
    const clips = this.folds.flatMap(({ clips }) => clips.test.clips);
    const predictions = this.folds.flatMap(({ evaluation }) => evaluation.predictions);
    const ids = distinctIds(clips.map(({ id }) => id));
    const named = clips.map((clip, at) =>
      clip.id === ids[at] ? clip : { ...relabelledClip(clip, clip), id: ids[at] },
    );
    return new Evaluation(
      new ClipSet(named, labels),
      predictions.map((prediction, at) => ({ ...prediction, clip: ids[at] })),
      beta,
    );
  }

  toString(): string {
    return crossValidationText(this);
  }

  /** The table of folds; in graphical front ends, the confusion matrix of all folds together. */
  async [displayMethod](): Promise<MimeBundle> {
    const text = { "text/plain": this.toString() };
    return this.folds.length === 0 ? text : { ...(await this.pooled[displayMethod]()), ...text };
  }

  #overFolds(summarise: (values: number[], name: keyof Scores) => number): Scores {
    const entries = scoreNames.map((name) => [
      name,
      summarise(
        this.folds.map(({ evaluation }) => evaluation[name]),
        name,
      ),
    ]);
    return Object.fromEntries(entries) as Record<keyof Scores, number>;
  }
}

/** Clips of two data sets may have one id: the second is then "id (2)". */
function distinctIds(ids: readonly string[]): string[] {
  const seen = new Set<string>();
  return ids.map((id) => {
    let name = id;
    for (let count = 2; seen.has(name); count++) name = `${id} (${count})`;
    seen.add(name);
    return name;
  });
}
