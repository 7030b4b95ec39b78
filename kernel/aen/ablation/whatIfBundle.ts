import type { MimeBundle } from "../../contracts/mimeBundle.js";
import type { WhatIfPoint, WhatIfTermPayload } from "../../contracts/payloads/whatIf.js";
import { type WhatIfResult, whatIfPoint, whatIfView } from "../../figures/bundles/whatIf.js";
import { keepForViews } from "../results/framesForViews.js";
import type { ClipPrediction } from "../../contracts/clipPrediction.js";
import type { ClipSet } from "../clips/clipSet.js";

/** The network's predictions after retraining the top-down branch with some weights of the loss terms. */
export interface ComputedPoint {
  readonly weights: Readonly<Record<string, number>>;
  readonly predictions: readonly ClipPrediction[];
  /** Seconds that retraining and prediction took. */
  readonly seconds: number;
}

/** What is shown of the sliders and the results computed for them. */
export interface ShownWhatIf {
  /** The id by which its views request it. */
  readonly id: string;
  readonly clips: ClipSet;
  readonly beta: number;
  readonly points: readonly ComputedPoint[];
  /** The loss terms of the run with their weights. */
  readonly terms: readonly { readonly name: string; readonly weight: number }[];
  /** The text shown in a terminal. */
  toString(): string;
}

/** The sliders with all computed settings; front ends that cannot draw sliders show the run's matrix. */
export async function whatIfBundleOf(whatIf: ShownWhatIf): Promise<MimeBundle> {
  const { id: study, clips, beta, points } = whatIf;
  for (const { predictions } of points.toReversed()) keepForViews({ clips, predictions });
  const bundle = await whatIfView({
    ...{ study, beta, labels: clips.labels, code: codeTemplate(whatIf) },
    terms: whatIf.terms.map(slider),
    results: points.map((point) => resultOf(whatIf, point)),
  });
  return { ...bundle, "text/plain": String(whatIf) };
}

/** A computed setting as the view stores it. */
export function pointPayload(whatIf: ShownWhatIf, point: ComputedPoint): WhatIfPoint {
  return whatIfPoint(resultOf(whatIf, point), whatIf.clips.labels, whatIf.beta);
}

function resultOf({ terms }: ShownWhatIf, { weights, predictions, seconds }: ComputedPoint): WhatIfResult {
  return { weights: terms.map(({ name }) => weights[name]), predictions, seconds };
}

/** From 0 to three times the run's weight, or to 1 if that is more, in round steps that meet the weight. */
function slider({ name, weight }: ShownWhatIf["terms"][number]): WhatIfTermPayload {
  const reach = Math.max(1, 3 * weight);
  const steps = roundSteps(reach / 20);
  const meets = (step: number) => Math.abs(weight / step - Math.round(weight / step)) < 1e-6;
  const step = steps.find(meets) ?? steps.at(-1)!;
  const highest = Number((Math.ceil(reach / step - 1e-9) * step).toPrecision(6));
  return { name, lowest: 0, highest, step };
}

/** 1, 2 or 5 times a power of ten: the first that is no less than the given size, then smaller ones. */
function roundSteps(least: number): number[] {
  const power = 10 ** Math.floor(Math.log10(least));
  const round = [10, 5, 2, 1, 0.5, 0.2, 0.1].map((factor) => Number((factor * power).toPrecision(6)));
  return round.slice(
    Math.max(
      0,
      round.findLastIndex((step) => step >= least - 1e-12),
    ),
  );
}

/** The view fills in `{name}` for each term and `{beta}`. */
function codeTemplate({ terms }: ShownWhatIf): string {
  const entries = terms.map(({ name }) => `  ${JSON.stringify(name)}: {${name}},`);
  return [
    "const weights = {",
    ...entries,
    "};",
    "const loss = aen.withWeights(run.plan.loss, weights);",
    "const changed = await aen.train(run.initialModel, run.clips, { epochs: run.plan.epochs, loss });",
    "await changed.evaluate(test, { beta: {beta} })",
  ].join("\n");
}
