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
]);
