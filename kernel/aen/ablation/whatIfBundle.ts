import { displayMethod, type MimeBundle } from "../views/mimeBundle.js";
import { Evaluation } from "../metrics/evaluation.js";
import { clipPayload, labelsPayload } from "../views/payload/fromPrediction.js";
import type { ComputedPoint, WhatIf } from "./whatIf.js";

const whatIfMimeType = "application/vnd.aen.what-if.v1+json";
const ownType = /^application\/vnd\.aen\./;

/** The sliders with all settings that were computed; where nothing can draw sliders, the matrix of the run. */
export async function whatIfBundleOf(whatIf: WhatIf): Promise<MimeBundle> {
  const still = await new Evaluation(whatIf.clips, whatIf.points[0].predictions, whatIf.beta)[
    displayMethod
  ]();
  const forms = Object.entries(still).filter(([type]) => !ownType.test(type));
  return {
    ...Object.fromEntries(forms),
    [whatIfMimeType]: whatIfPayload(whatIf),
    "text/plain": String(whatIf),
  };
}

function whatIfPayload(whatIf: WhatIf): object {
  return {
    view: "what-if",
    version: 1,
    study: whatIf.id,
    labels: labelsPayload(whatIf.clips.labels),
    beta: whatIf.beta,
    terms: whatIf.terms.map(({ name, weight }) => {
      const highest = Number(Math.max(1, 3 * weight).toPrecision(2));
      return { name, lowest: 0, highest, step: highest / 20 };
    }),
    points: whatIf.points.map((point) => pointPayload(whatIf, point)),
    code: codeTemplate(whatIf),
  };
}

/** A computed setting as the view keeps it. */
export function pointPayload(whatIf: WhatIf, { weights, predictions, seconds }: ComputedPoint) {
  return {
    weights: whatIf.terms.map(({ name }) => weights[name]),
    clips: predictions.map((prediction) => clipPayload(prediction)),
    seconds: Math.round(seconds * 100) / 100,
  };
}

/** The view fills in `{name}` for each term and `{beta}`. */
function codeTemplate({ terms }: WhatIf): string {
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
