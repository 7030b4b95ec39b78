import type { ClipPayload, LabelsPayload } from "./clips.js";

/** Data of a frame-label timeline, `application/vnd.aen.frame-timeline.v1+json`. */
export interface TimelinePayload {
  readonly view: "frame-timeline";
  readonly version: 1;
  readonly title?: string;
  readonly labels: LabelsPayload;
  readonly beta: number;
  readonly clip: ClipPayload;
}
