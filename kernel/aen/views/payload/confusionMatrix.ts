import type { ClipPayload, LabelsPayload } from "./clips.js";

/** Data of an emotion-group confusion matrix, `application/vnd.aen.confusion-matrix.v1+json`. */
export interface ConfusionMatrixPayload {
  readonly view: "confusion-matrix";
  readonly version: 1;
  readonly title?: string;
  readonly labels: LabelsPayload;
  /** Share of the clip head in the fused score, 0 (top-down branch alone) to 1 (clip head alone). */
  readonly beta: number;
  /** @maxItems 200000 */
  readonly clips: readonly ClipPayload[];
}
