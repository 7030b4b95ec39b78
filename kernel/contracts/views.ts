import type { AblationBoardPayload } from "./payloads/ablationBoard.js";
import type { ClipOverviewPayload } from "./payloads/clipOverview.js";
import type { ConfusionDifferencePayload } from "./payloads/confusionDifference.js";
import type { ConfusionMatrixPayload } from "./payloads/confusionMatrix.js";
import type { ExerciseCheckPayload } from "./payloads/exerciseCheck.js";
import type { TimelinePayload } from "./payloads/timeline.js";
import type { TrainingBoardPayload } from "./payloads/trainingBoard.js";
import type { WhatIfPayload } from "./payloads/whatIf.js";

/** Fields that every payload has. */
interface AnyPayload {
  readonly view: string;
  readonly version: number;
}

/** One kind of view, as shared by kernel, renderers and packages. */
export interface ViewContract<Payload extends AnyPayload = AnyPayload> {
  /** The name of the payload's type in kernel/contracts/payloads. */
  readonly payloadType: string;
  /** Part of the MIME type and of the schema's name: a payload of version 1 is never reinterpreted. */
  readonly version: Payload["version"];
  /** Never set; only carries the payload's type for {@link ViewPayload}. */
  readonly payload?: Payload;
}

function view<Payload extends AnyPayload>(
  payloadType: string,
  version: Payload["version"],
): ViewContract<Payload> {
  return { payloadType, version };
}

/** Lets the compiler check each name against the `view` of its payload. */
function registry<
  Table extends { [Name in keyof Table]: ViewContract<AnyPayload & { readonly view: Name }> },
>(table: Table): Table {
  return table;
}

/**
 * The registry of views, by name. MIME types, schemas and the lookup of loaders are derived from it, and
 * test/structure/howToAdd/views.test.ts reports what a view still lacks.
 */
export const views = registry({
  "confusion-matrix": view<ConfusionMatrixPayload>("ConfusionMatrixPayload", 1),
  "frame-timeline": view<TimelinePayload>("TimelinePayload", 1),
  "training-board": view<TrainingBoardPayload>("TrainingBoardPayload", 1),
  "confusion-difference": view<ConfusionDifferencePayload>("ConfusionDifferencePayload", 1),
  "clip-overview": view<ClipOverviewPayload>("ClipOverviewPayload", 1),
  "ablation-board": view<AblationBoardPayload>("AblationBoardPayload", 1),
  "what-if": view<WhatIfPayload>("WhatIfPayload", 1),
  "exercise-check": view<ExerciseCheckPayload>("ExerciseCheckPayload", 1),
});

export type ViewName = keyof typeof views;

/** The payload of a view. */
export type ViewPayload<Name extends ViewName> = NonNullable<(typeof views)[Name]["payload"]>;

export const viewNames = Object.keys(views) as readonly ViewName[];
