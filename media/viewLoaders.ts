import type { ValidateFunction } from "ajv";
import { viewMimeTypes } from "../kernel/aen/views/mimeTypes.js";
import type { ViewHost } from "./host/viewHost.js";

/** What a place on the page does with a view. */
export interface PlacedView {
  start(): void;
  update(payload: never): void;
  dispose(): void;
}

/** The code of one kind of view, loaded when the first of its kind is drawn. */
export interface ViewKind {
  readonly View: new (element: HTMLElement, payload: never, host: ViewHost) => PlacedView;
  readonly validate: ValidateFunction;
}

/** How to load each kind of view, by MIME type. */
export const viewLoaders: ReadonlyMap<string, () => Promise<ViewKind>> = new Map<
  string,
  () => Promise<ViewKind>
>([
  [
    viewMimeTypes["confusion-matrix"],
    async () => ({
      View: (await import("./confusionMatrix/confusionMatrixView.js")).ConfusionMatrixView,
      validate: (await import("../kernel/aen/views/schema/confusion-matrix.v1.schema.json?validator"))
        .default,
    }),
  ],
  [
    viewMimeTypes["frame-timeline"],
    async () => ({
      View: (await import("./timeline/timelineView.js")).TimelineView,
      validate: (await import("../kernel/aen/views/schema/frame-timeline.v1.schema.json?validator")).default,
    }),
  ],
  [
    viewMimeTypes["training-board"],
    async () => ({
      View: (await import("./trainingBoard/trainingBoardView.js")).TrainingBoardView,
      validate: (await import("../kernel/aen/views/schema/training-board.v1.schema.json?validator")).default,
    }),
  ],
  [
    viewMimeTypes["confusion-difference"],
    async () => ({
      View: (await import("./confusionDifference/confusionDifferenceView.js")).ConfusionDifferenceView,
      validate: (await import("../kernel/aen/views/schema/confusion-difference.v1.schema.json?validator"))
        .default,
    }),
  ],
  [
    viewMimeTypes["clip-overview"],
    async () => ({
      View: (await import("./clipOverview/clipOverviewView.js")).ClipOverviewView,
      validate: (await import("../kernel/aen/views/schema/clip-overview.v1.schema.json?validator")).default,
    }),
  ],
  [
    viewMimeTypes["ablation-board"],
    async () => ({
      View: (await import("./ablationBoard/ablationBoardView.js")).AblationBoardView,
      validate: (await import("../kernel/aen/views/schema/ablation-board.v1.schema.json?validator")).default,
    }),
  ],
  [
    viewMimeTypes["what-if"],
    async () => ({
      View: (await import("./whatIf/whatIfView.js")).WhatIfView,
      validate: (await import("../kernel/aen/views/schema/what-if.v1.schema.json?validator")).default,
    }),
  ],
]);
