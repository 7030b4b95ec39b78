import type { ClipPayload, LabelsPayload } from "./clips.js";

/** The clips of one of the two compared runs. */
export interface ComparedRunPayload {
  readonly name: string;
  /** @maxItems 200000 */
  readonly clips: readonly ClipPayload[];
}

/** Data of the difference between two confusion matrices, `application/vnd.aen.confusion-difference.v1+json`. */
export interface ConfusionDifferencePayload {
  readonly view: "confusion-difference";
  readonly version: 1;
  readonly title?: string;
  readonly labels: LabelsPayload;
  readonly beta: number;
  /** The run that is subtracted: all figures are `run` minus `base`. */
  readonly base: ComparedRunPayload;
  readonly run: ComparedRunPayload;
}
