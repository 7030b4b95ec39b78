import type { ClipPayload, LabelsPayload } from "./clips.js";

/** The clips of one of two runs that are compared. */
export interface ComparedRunPayload {
  readonly name: string;
  /** @maxItems 200000 */
  readonly clips: readonly ClipPayload[];
}

/** Data of the difference of two confusion matrices, `application/vnd.aen.confusion-difference.v1+json`. */
export interface ConfusionDifferencePayload {
  readonly view: "confusion-difference";
  readonly version: 1;
  readonly title?: string;
  readonly labels: LabelsPayload;
  readonly beta: number;
  /** What is taken away: the figures are `run` minus `base`. */
  readonly base: ComparedRunPayload;
  readonly run: ComparedRunPayload;
}
