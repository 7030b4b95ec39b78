import type { ClipPayload, LabelsPayload } from "./clips.js";

/** How intervals are computed. */
export interface BootstrapPayload {
  /**
   * The confidence level; 0.95 when absent.
   * @exclusiveMinimum 0
   * @exclusiveMaximum 1
   */
  readonly level?: number;
  /**
   * Of earlier versions, which resampled the clips; has no effect.
   * @minimum 1
   * @maximum 100000
   */
  readonly resamples?: number;
  /** Of earlier versions, which resampled the clips; has no effect. */
  readonly seed?: number;
}

/** Data of an emotion-group confusion matrix, `application/vnd.aen.confusion-matrix.v1+json`. */
export interface ConfusionMatrixPayload {
  readonly view: "confusion-matrix";
  readonly version: 1;
  readonly title?: string;
  readonly labels: LabelsPayload;
  /** Weight of the clip head in the fused score, from 0 (top-down branch alone) to 1 (clip head alone). */
  readonly beta: number;
  /** How the intervals are computed, where that differs from the defaults. */
  readonly bootstrap?: BootstrapPayload;
  /**
   * What else a reader should know, in sentences: below the figures.
   * @maxItems 100
   */
  readonly notes?: readonly string[];
  /** @maxItems 200000 */
  readonly clips: readonly ClipPayload[];
}
