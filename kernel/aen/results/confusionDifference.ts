import { displayMethod, type Displayable, type MimeBundle } from "../../contracts/mimeBundle.js";
import { confusionDifferenceView } from "../../figures/bundles/confusionDifference.js";
import { differenceText } from "../../figures/compute/difference.js";
import { clipScores } from "../../metrics/clipScores.js";
import type { Scores } from "../../metrics/scores.js";
import { framesOfFirst } from "./clipPictures.js";
import type { EvaluatedClip } from "./evaluatedClip.js";
import type { EvaluatedClips } from "./evaluatedClips.js";

/** Names for the two sides of a difference. */
export interface DifferenceNames {
  /** @default "this" */
  readonly name?: string;
  /** The name of the evaluation that is subtracted. @default "the other" */
  readonly otherName?: string;
}

/** One evaluation minus another on the same clips. The figures are differences of rates, -1 to 1. */
export class ConfusionDifference implements Scores, Displayable {
  readonly uar: number;
  readonly war: number;
  readonly macroF1: number;
  readonly sentimentUar: number;
  readonly sentimentWar: number;
  readonly groupUar: number;
  readonly groupWar: number;
  readonly name: string;
  readonly otherName: string;

  /** @throws RangeError when label sets, clips or betas differ */
  constructor(
    readonly evaluation: EvaluatedClips,
    readonly other: EvaluatedClips,
    { name = "this", otherName = "the other" }: DifferenceNames = {},
  ) {
    requireComparable(evaluation, other);
    this.name = name;
    this.otherName = otherName;
    this.uar = evaluation.uar - other.uar;
    this.war = evaluation.war - other.war;
    this.macroF1 = evaluation.macroF1 - other.macroF1;
    this.sentimentUar = evaluation.sentimentUar - other.sentimentUar;
    this.sentimentWar = evaluation.sentimentWar - other.sentimentWar;
    this.groupUar = evaluation.groupUar - other.groupUar;
    this.groupWar = evaluation.groupWar - other.groupWar;
  }

  /** The clips on which the two predictions differ, as evaluated by the first. */
  get changed(): EvaluatedClip[] {
    const named = new Map(this.other.evaluated.map((one) => [one.clip.id, one.namedIndex]));
    return this.evaluation.evaluated.filter(({ clip, namedIndex }) => named.get(clip.id) !== namedIndex);
  }

  toString(): string {
    const { evaluation, other, name, otherName } = this;
    return differenceText({
      ...{ labels: evaluation.labels, beta: evaluation.beta },
      base: { name: otherName, clips: other.predictions.map(clipScores) },
      run: { name, clips: evaluation.predictions.map(clipScores) },
    });
  }

  /** Includes the frames of clips on which the two predictions differ. */
  async [displayMethod](): Promise<MimeBundle> {
    const { evaluation, other, name, otherName } = this;
    const { labels, beta } = evaluation;
    return confusionDifferenceView({
      ...{ labels, beta },
      base: { name: otherName, predictions: other.predictions },
      run: { name, predictions: evaluation.predictions },
      frames: await framesOfFirst(this.changed),
    });
  }
}

function requireComparable(left: EvaluatedClips, right: EvaluatedClips): void {
  const groupsOf = ({ labels: { emotions, groups } }: EvaluatedClips) => JSON.stringify({ emotions, groups });
  if (groupsOf(left) !== groupsOf(right)) {
    const names = [left, right].map(({ labels }) => labels.emotions.join(", "));
    throw new RangeError(
      `Only evaluations with the same label set can be compared; these have ${names.join(" and ")}.`,
    );
  }
  if (left.beta !== right.beta) {
    throw new RangeError(
      `The evaluations use beta ${left.beta} and ${right.beta}; bring both to one beta with atBeta(${left.beta}).`,
    );
  }
  requireSameClips(left, right);
}

function requireSameClips(left: EvaluatedClips, right: EvaluatedClips): void {
  const [mine, theirs] = [left, right].map(
    ({ predictions }) => new Map(predictions.map(({ clip, label }) => [clip, label])),
  );
  const odd =
    [...mine.keys()].find((id) => !theirs.has(id)) ?? [...theirs.keys()].find((id) => !mine.has(id));
  if (odd !== undefined) {
    const counts = `${left.predictions.length} and ${right.predictions.length} clips`;
    throw new RangeError(
      `Only evaluations of the same clips can be compared; of these (${counts}) only one has "${odd}".`,
    );
  }
  const relabelled = [...mine].find(([id, label]) => theirs.get(id) !== label);
  if (relabelled)
    throw new RangeError(`The clip "${relabelled[0]}" has another label in the other evaluation.`);
}
