import type { ValidateFunction } from "ajv";
import { viewMimeTypes } from "../kernel/contracts/viewMimeTypes.js";
import { type ViewName, viewNames, type ViewPayload } from "../kernel/contracts/views.js";
import { loadVega } from "./drawing/vegaDrawing.js";
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

/**
 * How to load each kind of view: its code, the check of its payload and what draws it side by side, since each begins to
 * load others only once it has come. Paths are written out because the bundler must see them.
 */
export const viewLoaders: {
  readonly [Name in ViewName]: () => Promise<ViewKind<ViewPayload<Name>>>;
} = {
  "confusion-matrix": async () => {
    const [{ ConfusionMatrixView: View }, { default: validate }] = await Promise.all([
      import("./confusionMatrix/confusionMatrixView.js"),
      import("../kernel/contracts/schemas/confusion-matrix.v1.schema.json?validator"),
      loadVega(),
    ]);
    return { View, validate };
  },
  "frame-timeline": async () => {
    const [{ TimelineView: View }, { default: validate }] = await Promise.all([
      import("./timeline/timelineView.js"),
      import("../kernel/contracts/schemas/frame-timeline.v1.schema.json?validator"),
      loadVega(),
    ]);
    return { View, validate };
  },
  "training-board": async () => {
    const [{ TrainingBoardView: View }, { default: validate }] = await Promise.all([
      import("./trainingBoard/trainingBoardView.js"),
      import("../kernel/contracts/schemas/training-board.v1.schema.json?validator"),
      loadVega(),
    ]);
    return { View, validate };
  },
  "confusion-difference": async () => {
    const [{ ConfusionDifferenceView: View }, { default: validate }] = await Promise.all([
      import("./confusionDifference/confusionDifferenceView.js"),
      import("../kernel/contracts/schemas/confusion-difference.v1.schema.json?validator"),
      loadVega(),
    ]);
    return { View, validate };
  },
  "clip-overview": async () => {
    const [{ ClipOverviewView: View }, { default: validate }] = await Promise.all([
      import("./clipOverview/clipOverviewView.js"),
      import("../kernel/contracts/schemas/clip-overview.v1.schema.json?validator"),
      loadVega(),
    ]);
    return { View, validate };
  },
  "ablation-board": async () => {
    const [{ AblationBoardView: View }, { default: validate }] = await Promise.all([
      import("./ablationBoard/ablationBoardView.js"),
      import("../kernel/contracts/schemas/ablation-board.v1.schema.json?validator"),
      loadVega(),
    ]);
    return { View, validate };
  },
  "what-if": async () => {
    const [{ WhatIfView: View }, { default: validate }] = await Promise.all([
      import("./whatIf/whatIfView.js"),
      import("../kernel/contracts/schemas/what-if.v1.schema.json?validator"),
    ]);
    return { View, validate };
  },
  "exercise-check": async () => {
    const [{ ExerciseCheckView: View }, { default: validate }] = await Promise.all([
      import("./exerciseCheck/exerciseCheckView.js"),
      import("../kernel/contracts/schemas/exercise-check.v1.schema.json?validator"),
    ]);
    return { View, validate };
  },
};

/** The loader of a payload's view; undefined for a kind or version that this build does not know. */
export function loaderOf(mimeType: string): (() => Promise<ViewKind>) | undefined {
  const known = viewNames.find((name) => viewMimeTypes[name] === mimeType);
  return known && viewLoaders[known];
}
