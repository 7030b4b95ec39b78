import type { ClipScores } from "../contracts/clipScores.js";
import type { Grouping } from "../contracts/labels.js";
import { nameSentiments } from "./namedClips.js";
import { recallsOf } from "./scores.js";
import { type SentimentRule, sentimentRules } from "./sentiment.js";

/** How well a rule reads sentiment: rates from 0 to 1, NaN where no clip has both a label and an answer. */
export interface SentimentReading {
  readonly uar: number;
  readonly war: number;
}

/** The scores of sentiment under published rules (SPEC.md, section 7), all of them unless some are named. */
export function sentimentReadings<Rule extends SentimentRule = SentimentRule>(
  clips: readonly ClipScores[],
  labels: Grouping,
  beta: number,
  rules: readonly Rule[] = sentimentRules as readonly SentimentRule[] as readonly Rule[],
): Record<Rule, SentimentReading> {
  const entries = rules.map((rule): [Rule, SentimentReading] => {
    const [uar, war] = recallsOf(nameSentiments(clips, labels, beta, rule).matrix);
    return [rule, { uar, war }];
  });
  return Object.fromEntries(entries) as Record<Rule, SentimentReading>;
}
