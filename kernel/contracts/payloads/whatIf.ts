import type { ClipPayload, LabelsPayload } from "./clips.js";

/** A slider for the weight of one loss term. */
export interface WhatIfTermPayload {
  readonly name: string;
  readonly lowest: number;
  readonly highest: number;
  readonly step?: number;
}

/** A computed result. */
export interface WhatIfPoint {
  /** In the order of the terms. */
  readonly weights: readonly number[];
  /** @maxItems 200000 */
  readonly clips: readonly ClipPayload[];
  /** How long the retraining took, in seconds. */
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
   * The sliders start at the first.
   * @minItems 1
   */
  readonly points: readonly WhatIfPoint[];
  /** Code that reproduces the settings, with the placeholders `{name}` (the weight of each term) and `{beta}`. */
  readonly code?: string;
}
