import type { ClipPayload, LabelsPayload } from "./clips.js";

/** Data of an overview of many clips, frame by frame, `application/vnd.aen.clip-overview.v1+json`. */
export interface ClipOverviewPayload {
  readonly view: "clip-overview";
  readonly version: 1;
  readonly title?: string;
  readonly labels: LabelsPayload;
  readonly beta: number;
  /**
   * Clips without `frames` are not drawn; their number is shown below the picture.
   * @maxItems 200000
   */
  readonly clips: readonly ClipPayload[];
}
