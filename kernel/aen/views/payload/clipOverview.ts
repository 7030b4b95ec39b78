import type { ClipPayload, LabelsPayload } from "./clips.js";

/** Data of an overview of the frames of many clips, `application/vnd.aen.clip-overview.v1+json`. */
export interface ClipOverviewPayload {
  readonly view: "clip-overview";
  readonly version: 1;
  readonly title?: string;
  readonly labels: LabelsPayload;
  readonly beta: number;
  /**
   * Clips without `frames` are left out of the picture and counted below it.
   * @maxItems 200000
   */
  readonly clips: readonly ClipPayload[];
}
