import type { LabelSet } from "../labels.js";
import type { ClipPrediction } from "../metrics/clipPrediction.js";
import { type Confusion, confusionClasses, countConfusion, predictions } from "./compute/confusion.js";
import { differenceLines } from "./compute/difference.js";
import { confusionSpec } from "./confusionSpec.js";
import { points } from "./drawing/names.js";
import { standAlone } from "./drawing/picture.js";
import { renderSvg } from "./drawing/svg.js";
import type { MimeBundle } from "./mimeBundle.js";
import { vegaLiteMimeType, viewMimeTypes } from "./mimeTypes.js";
import type { ConfusionDifferencePayload } from "./payload/confusionDifference.js";
import { clipPayload, type FrameDetail, framesPayload, labelsPayload } from "./payload/fromPrediction.js";
import { lightTheme } from "./theme.js";

export interface ConfusionDifferenceInput {
  readonly base: { readonly name: string; readonly predictions: readonly ClipPrediction[] };
  readonly run: { readonly name: string; readonly predictions: readonly ClipPrediction[] };
  readonly labels: LabelSet;
  readonly beta?: number;
  readonly title?: string;
  /** Frames of clips by id: their timelines (of `run`) open from the matrix. */
  readonly frames?: ReadonlyMap<string, FrameDetail>;
}

/** The confusion matrix of one run minus that of another. */
export async function confusionDifferenceView(input: ConfusionDifferenceInput): Promise<MimeBundle> {
  const { base, run, labels, beta, title, frames } = input;
  return confusionDifferenceBundle({
    view: "confusion-difference",
    version: 1,
    ...(title === undefined ? {} : { title }),
    labels: labelsPayload(labels),
    beta: beta ?? 0.3,
    base: { name: base.name, clips: base.predictions.map((prediction) => clipPayload(prediction)) },
    run: {
      name: run.name,
      clips: run.predictions.map((prediction) => {
        const detail = frames?.get(prediction.clip);
        const clip = clipPayload(prediction);
        return detail ? { ...clip, frames: framesPayload(prediction, detail) } : clip;
      }),
    },
  });
}

/** All forms of a difference. */
export async function confusionDifferenceBundle(payload: ConfusionDifferencePayload): Promise<MimeBundle> {
  const { labels } = payload;
  const classes = confusionClasses(labels, new Set());
  const [base, confusion] = [payload.base, payload.run].map(({ clips }) =>
    countConfusion(clips, predictions(clips, payload.beta), classes),
  );
  const title = payload.title ?? `${payload.run.name} minus ${payload.base.name}`;
  const lines = differenceLines(payload);
  const drawing = {
    confusion,
    base,
    groupNames: labels.groups.map((group) => group.name),
    figure: "row rate" as const,
    width: 560,
    theme: lightTheme,
    description: `${title}. ${lines.join(" ")}`,
  };
  const captions = [
    "Rows: truth. Columns: prediction. Points of the row; blue is more, orange is less.",
    ...lines,
  ];
  const spec = standAlone(confusionSpec(drawing), title, captions, lightTheme);
  return {
    [viewMimeTypes["confusion-difference"]]: payload,
    [vegaLiteMimeType]: spec,
    "image/svg+xml": await renderSvg(spec),
    "text/plain": [title, "", differenceText(confusion, base), "", ...lines].join("\n"),
  };
}

function differenceText(confusion: Confusion, base: Confusion): string {
  const names = confusion.classes.map(({ name }) => [...name].slice(0, 16).join(""));
  const left = Math.max(...names.map((name) => name.length));
  const rate = (one: Confusion, row: number, column: number) =>
    one.counts[row][column] / (one.truths[row] || NaN);
  const rows = names.map((name, row) => {
    const cells = names.map((_, column) => points(rate(confusion, row, column) - rate(base, row, column)));
    return name.padEnd(left) + cells.map((cell) => cell.padStart(6)).join("");
  });
  return [
    "".padEnd(left) + names.map((name) => [...name].slice(0, 4).join("").padStart(6)).join(""),
    ...rows,
  ].join("\n");
}
