import type { ClipPayload, LabelsPayload } from "./clips.js";

/** A slider: the weight of one loss term. */
export interface WhatIfTermPayload {
  readonly name: string;
  readonly lowest: number;
  readonly highest: number;
  readonly step?: number;
}

/** A result that was computed. */
export interface WhatIfPoint {
  /** In the order of the terms. */
  readonly weights: readonly number[];
  /** @maxItems 200000 */
  readonly clips: readonly ClipPayload[];
  /** Seconds that the retraining took. */
  readonly seconds?: number;
}

/** Data of a what-if view, `application/vnd.aen.what-if.v1+json`. */
export interface WhatIfPayload {
  readonly view: "what-if";
  readonly version: 1;
  readonly title?: string;
  /** Identifies the study in messages to the kernel. */
  readonly study: string;
  readonly labels: LabelsPayload;
  readonly beta: number;
  /** @maxItems 64 */
  readonly terms: readonly WhatIfTermPayload[];
  /**
   * The first is where the sliders start.
   * @minItems 1
   */
  readonly points: readonly WhatIfPoint[];
  /** A line of code that gives these settings, with `{name}` for the weight of each term and `{beta}`. */
  readonly code?: string;
}
