import type { ClipScores } from "../../contracts/clipScores.js";
import type { Grouping } from "../../contracts/labels.js";
import { type Confusion, confusionClasses, confusionOf, countedConfusion } from "../../metrics/confusion.js";
import { type NamedClips, nameClips, nameSentiments } from "../../metrics/namedClips.js";
import { rulesWithBeta, type SentimentRule } from "../../metrics/sentiment.js";

/** Whose answer a matrix counts: the predicted emotion, or sentiment as one of the published rules reads it. */
export type Answer = "emotion" | SentimentRule;

/** All answers with what a view calls them in English, in the order of its list. */
export const answers = [
  ["emotion", "emotion, heads fused"],
  ["head", "sentiment: sentiment head"],
  ["clip head", "sentiment: clip head"],
  ["fused groups", "sentiment: fused"],
  ["combined", "sentiment: combined"],
  ["group of the emotion", "sentiment: group of the emotion"],
] as const satisfies readonly (readonly [Answer, string])[];

/** What a matrix shows. */
export interface ShownMatrix {
  readonly answer: Answer;
  /** Groups shown as one class; where sentiment is shown, all are. */
  readonly folded: ReadonlySet<number>;
}

/** Whether the answer changes with beta. */
export function dependsOnBeta(answer: Answer): boolean {
  return answer === "emotion" || rulesWithBeta.has(answer);
}

/** A matrix of one answer, and where each clip stands in it. */
export interface AnsweredClips {
  readonly confusion: Confusion;
  /** The class of each clip's label, `[clips]`; -1 without a label. */
  readonly truths: readonly number[];
  /** The class that is predicted for each clip, `[clips]`; -1 where a score is not finite. */
  readonly guesses: readonly number[];
}

/**
 * Counts clips by truth and by one answer.
 * @param counted the named clips, where they have been named already
 */
export function answerClips(
  clips: readonly ClipScores[],
  labels: Grouping,
  beta: number,
  { answer, folded }: ShownMatrix,
  counted?: NamedClips,
): AnsweredClips {
  const groups = new Set(labels.groups.keys());
  const classes = confusionClasses(labels, answer === "emotion" ? folded : groups);
  const classOf = (emotion: number) => classes.findIndex(({ emotions }) => emotions.includes(emotion));
  const truths = clips.map(({ label }) => (label === null ? -1 : classOf(label)));
  if (answer === "emotion") {
    const { named, matrix } = counted ?? nameClips(clips, labels, beta);
    return { confusion: confusionOf(matrix, classes), truths, guesses: Array.from(named, classOf) };
  }
  const { named, matrix } = nameSentiments(clips, labels, beta, answer);
  return { confusion: countedConfusion(matrix, classes), truths, guesses: [...named] };
}
