import type { ClipSet } from "../data/clipSet.js";
import type { LabelSet } from "../labels.js";
import { confusionMatrixView } from "../views/confusionMatrix.js";
import { displayMethod, type MimeBundle } from "../views/mimeBundle.js";
import type { BootstrapOptions, Interval } from "./bootstrap.js";
import type { ClipPrediction } from "./clipPrediction.js";
import { classScores, confusionMatrix, type ClassScores } from "./confusionMatrix.js";
import { clipPictures } from "./clipPictures.js";
import { EvaluatedClip } from "./evaluatedClip.js";
import { evaluationText } from "./evaluationText.js";
import { betas, predictedEmotion, reportedBeta } from "./fusion.js";
import { keepForViews } from "./shownEvaluations.js";
import { namedEmotions, scoreIntervals, scoresOf, type Scores } from "./scores.js";

/** How a network did on a set of clips. All figures are at {@link beta}, 0.3 as published. */
export class Evaluation implements Scores {
  readonly uar: number;
  readonly war: number;
  readonly macroF1: number;
  readonly sentimentUar: number;
  readonly sentimentWar: number;
  /** Counts by true emotion (row) and named emotion (column), in the order of the label set. */
  readonly confusion: readonly (readonly number[])[];
  readonly #options: BootstrapOptions;
  #intervals: Record<keyof Scores, Interval> | null = null;

  /**
   * @param predictions one per clip of `clips`, in the same order
   * @param options of the bootstrap intervals
   */
  constructor(
    readonly clips: ClipSet,
    readonly predictions: readonly ClipPrediction[],
    readonly beta: number = reportedBeta,
    options: BootstrapOptions = {},
  ) {
    const { truths, named } = namedEmotions(predictions, beta);
    const scores = scoresOf(truths, named, clips.labels);
    this.uar = scores.uar;
    this.war = scores.war;
    this.macroF1 = scores.macroF1;
    this.sentimentUar = scores.sentimentUar;
    this.sentimentWar = scores.sentimentWar;
    this.confusion = confusionMatrix(truths, named, clips.labels.emotions.length);
    this.#options = options;
  }

  get labels(): LabelSet {
    return this.clips.labels;
  }

  /** 95 % bootstrap intervals over the clips. */
  get intervals(): Readonly<Record<keyof Scores, Interval>> {
    const { truths, named } = namedEmotions(this.predictions, this.beta);
    this.#intervals ??= scoreIntervals(truths, named, this.labels, this.#options);
    return this.#intervals;
  }

  /** Recall, precision and F1 by emotion. */
  get perEmotion(): Readonly<Record<string, ClassScores>> {
    const scores = classScores(this.confusion);
    return Object.fromEntries(this.labels.emotions.map((name, index) => [name, scores[index]]));
  }

  /** Recall, precision and F1 by sentiment group. */
  get perGroup(): Readonly<Record<string, ClassScores>> {
    const scores = classScores(this.sentimentConfusion);
    return Object.fromEntries(this.labels.groups.map(({ name }, index) => [name, scores[index]]));
  }

  /** Counts by true group (row) and group of the named emotion (column). */
  get sentimentConfusion(): readonly (readonly number[])[] {
    const { truths, named } = namedEmotions(this.predictions, this.beta);
    const groupOf = (emotion: number) => this.labels.groupOf[emotion];
    return confusionMatrix(truths.map(groupOf), named.map(groupOf), this.labels.groups.length);
  }

  /** The same predictions, fused with another beta: 0 is the top-down branch alone, 1 the clip head alone. */
  atBeta(beta: number): Evaluation {
    return new Evaluation(this.clips, this.predictions, beta, this.#options);
  }

  /**
   * The beta with the largest UAR on these very clips. Chosen with the labels that it is then judged by, so its
   * figures are optimistic: report 0.3, or choose on other clips.
   */
  get bestBeta(): {
    readonly beta: number;
    readonly uar: number;
    readonly war: number;
    readonly optimistic: true;
  } {
    const swept = betas.map((beta) => this.atBeta(beta));
    const best = swept.reduce((a, b) => (b.uar > a.uar ? b : a));
    return { beta: best.beta, uar: best.uar, war: best.war, optimistic: true };
  }

  /**
   * The clips of one emotion that were taken for another, the surest mistakes first.
   * @throws RangeError for an emotion that the label set does not have
   */
  confused(truth: string, named: string): EvaluatedClip[] {
    const from = this.labels.emotionIndex(truth);
    const to = this.labels.emotionIndex(named);
    return this.evaluated
      .filter(({ prediction }) => prediction.label === from && predictedEmotion(prediction, this.beta) === to)
      .sort((a, b) => b.prediction.emotionLogProbabilities[to] - a.prediction.emotionLogProbabilities[to]);
  }

  /** All clips with their predictions, in the order of the set. */
  get evaluated(): EvaluatedClip[] {
    const { clips, labels, beta } = this;
    return this.predictions.map(
      (prediction, i) => new EvaluatedClip(clips.clips[i], prediction, labels, beta),
    );
  }

  toString(): string {
    return evaluationText(this);
  }

  async [displayMethod](): Promise<MimeBundle> {
    const { predictions, labels, beta } = this;
    keepForViews(this);
    const pictures = await clipPictures(this.evaluated);
    const view = await confusionMatrixView({ predictions, labels, beta, ...pictures });
    return { ...view, "text/plain": this.toString() };
  }
}
