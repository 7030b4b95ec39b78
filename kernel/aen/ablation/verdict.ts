import type { ComparedFigure } from "./ablationSummary.js";

/** What may be said of an arm against the base. */
export type Verdict = "better" | "worse" | "no difference shown" | "too few runs";

const significance = 0.05;

/**
 * Whether a difference was shown at the 5 % level, all arms together: the test over seeds and clips must say so
 * after Holm's correction, and so must the exact permutation test wherever there are enough pairs of runs for it
 * to be able to.
 */
export function verdictOf(figure: ComparedFigure): Verdict {
  if (figure.pairs < 2) return "too few runs";
  const permutationAgrees = figure.leastPermutationP > significance || figure.permutationP <= significance;
  if (figure.correctedP > significance || !permutationAgrees) return "no difference shown";
  return figure.mean > 0 ? "better" : "worse";
}

/**
 * A verdict as a sentence, e.g. "no difference could be shown: -0.4 points UAR, 95 % interval -1.9 to +1.0,
 * 5 seeds".
 * @param what the figure's name, e.g. "UAR"
 */
export function verdictSentence(figure: ComparedFigure, what: string): string {
  const { pairs, mean, low, high } = figure;
  if (pairs === 0) return "nothing can be said yet: no seed has finished in both this arm and the base";
  const effect = `${points(mean)} points ${what}`;
  if (pairs < 2) return `nothing can be said from a single seed: ${effect}; give it at least 5 seeds`;
  const numbers = `${effect}, 95 % interval ${points(low)} to ${points(high)}, ${pairs} seeds`;
  const p = `p ${pText(figure.correctedP)} after correction`;
  const verdict = verdictOf(figure);
  if (verdict !== "no difference shown") return `${verdict}: ${numbers}, ${p}`;
  const excludesZero = low > 0 || high < 0;
  return `no difference could be shown: ${numbers}${excludesZero ? `, but ${p}` : ""}`;
}

/** Percentage points with a sign, e.g. "-0.4". */
export function points(rate: number): string {
  const text = (100 * rate).toFixed(1);
  if (Number(text) === 0) return "0.0";
  return rate > 0 ? `+${text}` : text;
}

function pText(p: number): string {
  return p < 0.001 ? "< 0.001" : `= ${p.toFixed(3)}`;
}
