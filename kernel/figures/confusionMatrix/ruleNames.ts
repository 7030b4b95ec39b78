import type { SentimentRule } from "../../metrics/sentiment.js";

/** What each published rule of reading sentiment is called in texts and views. */
export const ruleNames = {
  head: "sentiment head",
  "clip head": "clip head",
  "fused groups": "fused",
  combined: "combined",
  "group of the emotion": "group of the emotion",
} as const satisfies Record<SentimentRule, string>;
