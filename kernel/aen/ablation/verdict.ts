import type { ComparedFigure } from "./comparedFigure.js";
import { fewPeople } from "../../metrics/people.js";

/** What may be concluded about an arm compared with the base. */
export type Verdict = "better" | "worse" | "no difference shown" | "too few runs" | "not comparable";

const significance = 0.05;

/** Whether a difference was shown at the 5 % level, over all arms together: exactly where the interval is without 0. */
export function verdictOf(figure: ComparedFigure): Verdict {
  if (figure.pairs < 2 || onePerson(figure)) return "too few runs";
  if (figure.p >= significance) return "no difference shown";
  return figure.mean > 0 ? "better" : "worse";
}

function onePerson({ people }: ComparedFigure): boolean {
  return people !== null && people < 2;
}

/**
 * A verdict as a sentence, e.g. "no difference could be shown: -0.4 points UAR, 95 % interval -1.9 to +1.0,
 * 5 seeds".
 * @param what the figure's name, e.g. "UAR"
 */
export function verdictSentence(figure: ComparedFigure, what: string): string {
  const { pairs, mean, low, high, people, arms } = figure;
  if (pairs === 0) return "nothing can be said yet: no seed has finished in both this arm and the base";
  const effect = `${points(mean)} points ${what}`;
  if (pairs < 2) return `nothing can be said from a single seed: ${effect}; give it at least 5 seeds`;
  if (onePerson(figure))
    return `nothing can be said from a single person: ${effect}; judge on at least ${fewPeople}`;
  const of = people === null ? "" : `, ${people} people`;
  const together = arms > 1 ? ` for all ${arms} arms together` : "";
  const numbers = `${effect}, 95 % interval ${points(low)} to ${points(high)}${together}, ${pairs} seeds${of}`;
  const verdict = verdictOf(figure);
  if (verdict === "no difference shown") return `no difference could be shown: ${numbers}`;
  return `${verdict}: ${numbers}, p ${pText(figure.p)}`;
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
