import type { ClipSet } from "../../clips/clipSet.js";
import type { Model } from "../../model/model.js";
import { Evaluation } from "../../results/evaluation.js";
import { mappedEvaluation } from "../../results/mappedEvaluation.js";
import { withLabelsOf } from "../clipPredictions.js";
import { mappedFor, type EvaluateOptions } from "../evaluateOptions.js";
import { predictStills, type PredictStillsOptions } from "./predictStills.js";
import { requireStills } from "./requireStills.js";

/** How stills are evaluated. */
export interface EvaluateStillsOptions
  extends PredictStillsOptions, Pick<EvaluateOptions, "labelMap" | "answers"> {}

/**
 * A bottom-up branch's results on stills: the answers of its frame head, one per still. A network has no sentiment head for
 * single frames; sentiment is that of the group of the answer.
 * @throws RangeError when a clip has several frames, or as `run.evaluate` for labels that the model does not have
 */
export async function evaluateStills(
  model: Model,
  stills: ClipSet,
  options: EvaluateStillsOptions = {},
): Promise<Evaluation> {
  requireStills(stills);
  const mapped = mappedFor(model, stills, options);
  if (!mapped) return new Evaluation(stills, await predictStills(model, stills, options));
  const predictions = await predictStills(model, mapped.source, options);
  return mappedEvaluation(mapped, withLabelsOf(predictions, mapped.clips), options);
}
