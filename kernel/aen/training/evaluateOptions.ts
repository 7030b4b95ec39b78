import type { LabelMap } from "../clips/labelMapping.js";
import type { ClipSet } from "../clips/clipSet.js";
import { mapLabels, type MappedClips } from "../clips/mapLabels.js";
import type { Model } from "../model/model.js";
import type { Answers } from "../results/labelMapping.js";
import { sharedLabels } from "../results/sharedAnswers.js";
import type { PredictOptions } from "./predictor.js";
import { requireSameLabels } from "./requireSameLabels.js";

export interface EvaluateOptions extends PredictOptions {
  /** Weight of the clip head in the fused score, 0 to 1. @default 0.3 */
  readonly beta?: number;
  /**
   * For clips with the labels of another data set, which emotion of the model each stands for; null leaves its clips out.
   * Equal names need no entry, so `{}` reads all labels by name.
   * @example { Anxiety: "Fear", Contempt: null }
   */
  readonly labelMap?: LabelMap;
  /**
   * What the model may answer: `"all"` its emotions, an emotion that no clip can have being wrong, or only the emotions
   * `"shared"` with the data set. Clips can have the emotions that its labels are mapped to: give null to a label that the
   * data set never uses.
   * @default "all"
   */
  readonly answers?: Answers;
}

/**
 * The clips in the model's labels, where the options ask for it; null where they have those labels already.
 * @throws RangeError for an unknown rule of answers, or as {@link mapLabels}
 */
export function mappedFor(
  { labels }: Pick<Model, "labels">,
  clips: ClipSet,
  { labelMap, answers = "all" }: EvaluateOptions,
): MappedClips | null {
  if (answers !== "all" && answers !== "shared")
    throw new RangeError(`"answers" must be "all" or "shared", got ${JSON.stringify(answers)}.`);
  if (!labelMap) requireSameLabels({ labels }, clips);
  if (!labelMap && answers === "all") return null;
  const mapped = mapLabels(clips, labels, labelMap);
  if (answers === "shared") sharedLabels(labels, mapped.shared); // before anything is computed
  return mapped;
}
