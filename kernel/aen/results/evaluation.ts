import type { ClipSet } from "../clips/clipSet.js";
import { facelessText } from "../clips/facelessText.js";
import type { LabelSet } from "../labels.js";
import type { ClipPrediction } from "../../contracts/clipPrediction.js";
import { displayMethod, type Displayable, type MimeBundle } from "../../contracts/mimeBundle.js";
import { confusionMatrixView } from "../../figures/bundles/confusionMatrix.js";
import { confusionReport } from "../../figures/confusionMatrix/confusionReport.js";
import type { IntervalOptions, Interval } from "../../metrics/rateInterval.js";
import { clipScores } from "../../metrics/clipScores.js";
import { classScores, type ClassScores, mergeClasses } from "../../metrics/confusionMatrix.js";
import { peopleCount } from "../../metrics/clusteredClips.js";
import { withPeople } from "../../metrics/people.js";
import { personOf } from "../clips/personOf.js";
import { betas, reportedBeta, requireBeta } from "../../metrics/fusion.js";
import { nameClips, type NamedClips } from "../../metrics/namedClips.js";
import type { SentimentRule } from "../../metrics/sentiment.js";
import { type SentimentReading, sentimentReadings } from "../../metrics/sentimentReadings.js";
import {
  classIntervals,
  type ClassIntervals,
  scoreIntervals,
  type Scores,
  scoresOf,
} from "../../metrics/scores.js";
import { Calibration, type CalibrationOptions } from "./calibration.js";
import { ClipOverview } from "./clipOverview.js";
import { clipPictures } from "./clipPictures.js";
import { ConfusionDifference, type DifferenceNames } from "./confusionDifference.js";
import { EvaluatedClip } from "./evaluatedClip.js";
import type { EvaluatedClips } from "./evaluatedClips.js";
import { FittedTemperature } from "./fittedTemperature.js";
import { keepForViews } from "./framesForViews.js";
import { type LabelMapping, mappingLines } from "./labelMapping.js";
import { resultsByGroup, type ResultsByGroup } from "./resultsByGroup.js";

/**
 * A network's results on a set of clips. All figures are at {@link beta}, 0.3 as published; clips without a label or
 * without finite scores are excluded.
 */
export class Evaluation implements EvaluatedClips, Displayable {
  /** One per clip, in the order of the set; with the person as a number where the clip names theirs. */
  readonly predictions: readonly ClipPrediction[];
  readonly uar: number;
  readonly war: number;
  readonly macroF1: number;
  /** UAR over the sentiment groups: the sentiment head's own answer. */
  readonly sentimentUar: number;
  /** WAR of the sentiment head's own answer. */
  readonly sentimentWar: number;
  /** UAR over the sentiment groups of the predicted emotions. */
  readonly groupUar: number;
  /** WAR over the sentiment groups of the predicted emotions. */
  readonly groupWar: number;
  /** Counts by true emotion (row) and predicted emotion (column), in label set order. */
  readonly confusion: readonly (readonly number[])[];
  readonly #options: IntervalOptions;
  readonly #named: NamedClips;
  #intervals: Record<keyof Scores, Interval> | null = null;

  /**
   * @param predictions one per clip of `clips`, in the same order
   * @param options for the intervals
   * @param mapping how the labels of another data set were read; null where the clips have the network's own
   * @throws RangeError for a beta that is not between 0 and 1
   */
  constructor(
    readonly clips: ClipSet,
    predictions: readonly ClipPrediction[],
    readonly beta: number = reportedBeta,
    options: IntervalOptions = {},
    readonly mapping: LabelMapping | null = null,
  ) {
    requireBeta(beta);
    this.predictions = withPeople(predictions, clips.clips.map(personOf));
    this.#named = nameClips(this.predictions.map(clipScores), clips.labels, beta);
    this.confusion = this.#named.matrix;
    const scores = scoresOf(this.#named, clips.labels);
    this.uar = scores.uar;
    this.war = scores.war;
    this.macroF1 = scores.macroF1;
    this.sentimentUar = scores.sentimentUar;
    this.sentimentWar = scores.sentimentWar;
    this.groupUar = scores.groupUar;
    this.groupWar = scores.groupWar;
    this.#options = options;
  }

  get labels(): LabelSet {
    return this.clips.labels;
  }

  /**
   * How many people the counted clips show: intervals are over other people like them. A clip that names no
   * one counts as a person of its own. Null where no labelled clip names its person: intervals then count each clip as
   * another person's, and are too narrow if that is not so.
   */
  get people(): number | null {
    return peopleCount(this.#named.ofPeople);
  }

  /** 95 % intervals over other people and clips of the same kind, the same ones that the matrix shows on every page. */
  get intervals(): Readonly<Record<keyof Scores, Interval>> {
    this.#intervals ??= scoreIntervals(this.#named, this.labels, this.#options);
    return this.#intervals;
  }

  /** Recall, precision and F1 per emotion. */
  get perEmotion(): Readonly<Record<string, ClassScores>> {
    return byName(this.labels.emotions, classScores(this.confusion));
  }

  /** 95 % intervals over other people and clips of the same kind for each emotion's recall, precision and F1. */
  get emotionIntervals(): Readonly<Record<string, ClassIntervals>> {
    return byName(this.labels.emotions, classIntervals(this.#named, this.#options));
  }

  /** Recall, precision and F1 per sentiment: the sentiment head's own answer. */
  get perSentiment(): Readonly<Record<string, ClassScores>> {
    return byName(this.#groupNames, classScores(this.sentimentConfusion));
  }

  /** Recall, precision and F1 per sentiment group of the predicted emotion. */
  get perGroup(): Readonly<Record<string, ClassScores>> {
    return byName(this.#groupNames, classScores(this.groupConfusion));
  }

  /** Counts by true group (row) and the sentiment head's own answer (column). */
  get sentimentConfusion(): readonly (readonly number[])[] {
    return this.#named.sentiment.matrix;
  }

  /** Counts by true group (row) and group of the predicted emotion (column). */
  get groupConfusion(): readonly (readonly number[])[] {
    const members = this.labels.groups.map(({ emotions }) => emotions);
    return mergeClasses(this.confusion, members);
  }

  /**
   * UAR and WAR of sentiment under each published rule of reading it (SPEC.md, section 7). "head" is the network's own
   * answer; sums over groups favour a group of one emotion.
   */
  get sentimentReadings(): Readonly<Record<SentimentRule, SentimentReading>> {
    return sentimentReadings(this.predictions.map(clipScores), this.labels, this.beta);
  }

  get #groupNames(): string[] {
    return this.labels.groups.map(({ name }) => name);
  }

  /** The same predictions, fused with another beta: 0 is the top-down branch alone, 1 the clip head alone. */
  atBeta(beta: number): Evaluation {
    return new Evaluation(this.clips, this.predictions, beta, this.#options, this.mapping);
  }

  /**
   * The beta with the largest UAR on these same clips. It is chosen on the labels it is then scored with, so its
   * figures are optimistic: report 0.3, or choose beta on other clips.
   */
  get bestBeta(): {
    readonly beta: number;
    readonly uar: number;
    readonly war: number;
    readonly optimistic: true;
  } {
    const swept = betas.map((beta) => this.atBeta(beta));
    const best = swept.reduce((a, b) => (b.uar > a.uar || Number.isNaN(a.uar) ? b : a));
    return { beta: best.beta, uar: best.uar, war: best.war, optimistic: true };
  }

  /**
   * The clips of one emotion that were misclassified, most confident mistakes first.
   * @throws RangeError for an emotion that is not in the label set
   */
  confused(truth: string, named: string): EvaluatedClip[] {
    const from = this.labels.emotionIndex(truth);
    const to = this.labels.emotionIndex(named);
    return this.evaluated
      .filter(({ prediction, namedIndex }) => prediction.label === from && namedIndex === to)
      .sort((a, b) => b.prediction.emotionLogProbabilities[to] - a.prediction.emotionLogProbabilities[to]);
  }

  /** All clips with their predictions, in the order of the set. */
  get evaluated(): EvaluatedClip[] {
    const { clips, labels, beta } = this;
    return this.predictions.map(
      (prediction, i) => new EvaluatedClip(clips.clips[i], prediction, labels, beta),
    );
  }

  /** The frames of all clips at a glance, the clips whose frames deviate most first. */
  overview(): ClipOverview {
    return new ClipOverview(this);
  }

  /**
   * Whether answers given with 80 % probability are right in 80 % of clips: expected calibration error with its interval
   * and a reliability diagram of the named emotion, in bins of equal width (Guo et al. 2017).
   * @throws RangeError if `bins` is not a positive integer, or the temperature was fitted with another beta
   * @example test.calibration({ temperature: validation.fitTemperature() })
   */
  calibration(options: CalibrationOptions = {}): Calibration {
    return new Calibration(this, { ...this.#options, ...options });
  }

  /**
   * The temperature that makes these clips' labels most likely (Guo et al. 2017), by which the logarithms of the fused
   * probabilities are divided. It changes no answer, only how sure each is. Fit it on validation clips, judge it on others.
   * @throws RangeError if no clip has both a label and finite scores
   */
  fitTemperature(): FittedTemperature {
    return new FittedTemperature(this);
  }

  /**
   * UAR, WAR and sentiment UAR for each group in a field of `clip.groups` (not the sentiment groups), e.g. for women and
   * men, and the largest difference between two groups with its interval and a p value by person.
   * @param seed of the permutations behind the p value
   * @throws RangeError where no clip names this field of groups, and for more than twenty groups
   * @example result.byGroup("skin")
   */
  byGroup(field: string, { seed = 1 }: { readonly seed?: number } = {}): ResultsByGroup {
    return resultsByGroup(this, field, this.#options.level ?? 0.95, seed);
  }

  /**
   * The confusion matrix of this evaluation minus that of another on the same clips, e.g. of a run without a loss
   * term: which errors appeared, which disappeared. It compares single runs; use `aen.ablate` to test whether a term
   * matters at all.
   * @throws RangeError when label sets, clips or betas differ
   * @example result.minus(withoutTransfer, { name: "all terms", otherName: "without transfer" })
   */
  minus(other: Evaluation, names: DifferenceNames = {}): ConfusionDifference {
    return new ConfusionDifference(this, other, names);
  }

  toString(): string {
    const { labels, beta } = this;
    return confusionReport({
      ...{ clips: this.predictions.map(clipScores), labels, beta, bootstrap: this.#options },
      notes: this.#notes,
    }).text;
  }

  async [displayMethod](): Promise<MimeBundle> {
    const { predictions, labels, beta } = this;
    keepForViews(this);
    const pictures = await clipPictures(this.evaluated);
    return confusionMatrixView({
      predictions,
      labels,
      beta,
      bootstrap: this.#options,
      notes: this.#notes,
      ...pictures,
    });
  }

  /** What the mapping did and how many frames show no face, in sentences. */
  get #notes(): string[] {
    const { classCounts } = this.clips;
    const withClips = this.labels.emotions.filter((_, emotion) => classCounts[emotion] > 0);
    const faceless = facelessText(this.clips.clips);
    return [
      ...(this.mapping ? mappingLines(this.mapping, withClips) : []),
      ...(faceless ? [`${faceless}; figures of frames leave them out.`] : []),
    ];
  }
}

function byName<Figure>(names: readonly string[], figures: readonly Figure[]): Record<string, Figure> {
  return Object.fromEntries(names.map((name, index) => [name, figures[index]]));
}
