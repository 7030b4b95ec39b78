import type {
  ArmEffectPayload,
  ArmPayload,
  ConcludedPayload,
  EstimatePayload,
} from "../../contracts/payloads/ablationBoard.js";
import { points } from "../drawing/labelText.js";
import { worded } from "../../words/words.js";

/** The figures whose differences the board draws, from left to right. */
export const drawnFigures = ["uar", "sentimentUar", "groupUar"] as const;
export type DrawnFigure = (typeof drawnFigures)[number];

/** What the board calls them. */
export const figureTitles = {
  uar: "UAR, points",
  sentimentUar: "sentiment UAR, own head",
  groupUar: "sentiment UAR, group",
} as const satisfies Record<DrawnFigure, string>;

/**
 * The difference of one figure. Boards of older versions call the groups of the predicted emotions `sentimentUar`, and
 * do not know the sentiment head's own answer.
 */
export function effectOn(
  effect: ArmEffectPayload | undefined,
  figure: DrawnFigure,
): EstimatePayload | undefined {
  if (!effect || figure === "uar") return effect?.uar;
  if (effect.groupUar) return effect[figure];
  return figure === "groupUar" ? effect.sentimentUar : undefined;
}

/** What is concluded about one figure; undefined where nothing is. */
export function concludedOn(effect: ArmEffectPayload, figure: DrawnFigure): ConcludedPayload | undefined {
  if (figure === "uar") return effect;
  return figure === "sentimentUar" ? effect.sentiment : effect.group;
}

/**
 * An arm's sentiment as the board's picture has room for it: the differences from the base with their intervals, or the
 * base's levels; and the groups that the head never names.
 */
export function sentimentLines(arm: ArmPayload): string[] {
  const differences = (["sentimentUar", "groupUar"] as const).flatMap((figure) =>
    shortDifference(arm, figure),
  );
  const never = arm.sentimentsNeverNamed ?? [];
  const first =
    differences.length > 0 ? [worded("sentiment: {0}", differences.join(" · "))] : levelSentence(arm);
  return [...first, ...(never.length > 0 ? [neverSentence(never)] : [])];
}

/** An arm's sentiment in full sentences: its level, the verdicts, and the groups that the head never names. */
export function sentimentSentences(arm: ArmPayload): string[] {
  const { sentiment, group } = arm.effect ?? {};
  const never = arm.sentimentsNeverNamed ?? [];
  return [
    ...levelSentence(arm),
    ...[sentiment, group].flatMap((concluded) => (concluded ? [concluded.verdict] : [])),
    ...(never.length > 0 ? [neverSentence(never)] : []),
  ];
}

/** "own head −35.0 (−37.0 to −33.0), worse" */
function shortDifference({ effect }: ArmPayload, figure: "sentimentUar" | "groupUar"): string[] {
  const { value = null, low = null, high = null } = effectOn(effect, figure) ?? {};
  if (value === null || low === null || high === null) return [];
  const isShown = concludedOn(effect!, figure)?.shown ?? false;
  const verdict = isShown ? (value > 0 ? worded("better") : worded("worse")) : worded("not shown");
  const values = [points(value, 1), points(low, 1), points(high, 1), verdict];
  return [
    figure === "sentimentUar"
      ? worded("own head {0} ({1} to {2}), {3}", ...values)
      : worded("group {0} ({1} to {2}), {3}", ...values),
  ];
}

function levelSentence({ sentimentUar, groupUar }: ArmPayload): string[] {
  if (typeof groupUar?.value !== "number") return [];
  const [head, group] = [sentimentUar, groupUar].map((estimate) =>
    typeof estimate?.value === "number" ? `${(estimate.value * 100).toFixed(1)} %` : "–",
  );
  return [worded("sentiment UAR {0} (own head), {1} (group of the emotion)", head, group)];
}

function neverSentence(groups: readonly string[]): string {
  return worded("the sentiment head never names {0}", groups.join(", "));
}
