import type { ValidateFunction } from "ajv";
import { viewMimeTypes } from "../kernel/contracts/viewMimeTypes.js";
import { type ViewName, viewNames, type ViewPayload } from "../kernel/contracts/views.js";
import type { ViewHost } from "./host/viewHost.js";

/** What its place on the page can do with a view. */
export interface PlacedView {
  start(): void;
  update(payload: never): void;
  dispose(): void;
}

/** The code of one kind of view, loaded when the first of its kind is drawn. */
export interface ViewKind<Payload = never> {
  readonly View: new (element: HTMLElement, payload: Payload, host: ViewHost) => PlacedView;
  readonly validate: ValidateFunction;
}

/** How to load each kind of view. Paths are written out because the bundler must see them. */
export const viewLoaders: {
  readonly [Name in ViewName]: () => Promise<ViewKind<ViewPayload<Name>>>;
} = {
  "confusion-matrix": async () => ({
    View: (await import("./confusionMatrix/confusionMatrixView.js")).ConfusionMatrixView,
    validate: (await import("../kernel/contracts/schemas/confusion-matrix.v1.schema.json?validator")).default,
  }),
  "frame-timeline": async () => ({
    View: (await import("./timeline/timelineView.js")).TimelineView,
    validate: (await import("../kernel/contracts/schemas/frame-timeline.v1.schema.json?validator")).default,
  }),
  "training-board": async () => ({
    View: (await import("./trainingBoard/trainingBoardView.js")).TrainingBoardView,
    validate: (await import("../kernel/contracts/schemas/training-board.v1.schema.json?validator")).default,
  }),
  "confusion-difference": async () => ({
    View: (await import("./confusionDifference/confusionDifferenceView.js")).ConfusionDifferenceView,
    validate: (await import("../kernel/contracts/schemas/confusion-difference.v1.schema.json?validator"))
      .default,
  }),
  "clip-overview": async () => ({
    View: (await import("./clipOverview/clipOverviewView.js")).ClipOverviewView,
    validate: (await import("../kernel/contracts/schemas/clip-overview.v1.schema.json?validator")).default,
  }),
  "ablation-board": async () => ({
    View: (await import("./ablationBoard/ablationBoardView.js")).AblationBoardView,
    validate: (await import("../kernel/contracts/schemas/ablation-board.v1.schema.json?validator")).default,
  }),
  "what-if": async () => ({
    View: (await import("./whatIf/whatIfView.js")).WhatIfView,
    validate: (await import("../kernel/contracts/schemas/what-if.v1.schema.json?validator")).default,
  }),
  "exercise-check": async () => ({
    View: (await import("./exerciseCheck/exerciseCheckView.js")).ExerciseCheckView,
    validate: (await import("../kernel/contracts/schemas/exercise-check.v1.schema.json?validator")).default,
  }),
};

/** The loader of a payload's view; undefined for a kind or version that this build does not know. */
export function loaderOf(mimeType: string): (() => Promise<ViewKind>) | undefined {
  const known = viewNames.find((name) => viewMimeTypes[name] === mimeType);
  return known && viewLoaders[known];
}
