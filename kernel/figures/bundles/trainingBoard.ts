import { stateLine, termNames, thinSteps } from "../compute/training.js";
import { percent } from "../drawing/labelText.js";
import { renderSvg } from "../drawing/svg.js";
import type { MimeBundle } from "../../contracts/mimeBundle.js";
import { vegaLiteMimeType, viewMimeTypes } from "../../contracts/viewMimeTypes.js";
import type {
  EpochPayload,
  TrainingBoardPayload,
  TrainingStepPayload,
} from "../../contracts/payloads/trainingBoard.js";
import { lightTheme } from "../theme.js";
import { trainingSpec } from "../trainingBoard/trainingSpec.js";

/** What is known about a training run so far. */
export interface TrainingBoardInput extends Partial<
  Omit<TrainingBoardPayload, "view" | "version" | "steps" | "validation">
> {
  readonly run: string;
  readonly epochs: number;
  readonly steps: readonly TrainingStepPayload[];
  readonly validation?: readonly EpochPayload[];
}

/** The board of a training run; showing it with `update_display_data` updates it in place. */
export async function trainingBoardView(input: TrainingBoardInput): Promise<MimeBundle> {
  return trainingBoardBundle(trainingBoardPayload(input));
}

/** The data of a training board: at most 300 points per line; numbers that are not finite become null. */
export function trainingBoardPayload(input: TrainingBoardInput): TrainingBoardPayload {
  const validation = input.validation ?? [];
  return {
    ...input,
    view: "training-board",
    version: 1,
    state: input.state ?? "running",
    epoch: input.epoch ?? Math.floor(input.steps.at(-1)?.epoch ?? 0),
    ...bestEpoch(input, validation),
    steps: thinSteps(input.steps).map(finiteStep),
    validation,
  };
}

function bestEpoch(
  { bestEpoch }: TrainingBoardInput,
  validation: readonly EpochPayload[],
): { bestEpoch?: number } {
  if (bestEpoch !== undefined) return { bestEpoch };
  const rates = validation.map(({ uar }) => uar ?? -1);
  const best = rates.indexOf(Math.max(...rates));
  return best < 0 ? {} : { bestEpoch: best };
}

function finiteStep(step: TrainingStepPayload): TrainingStepPayload {
  const finite = (value: number | null) => (value !== null && Number.isFinite(value) ? value : null);
  const terms = Object.entries(step.terms).map(([name, value]) => [name, finite(value)] as const);
  return { ...step, terms: Object.fromEntries(terms), total: finite(step.total) };
}

/** All forms of a training board. */
export async function trainingBoardBundle(payload: TrainingBoardPayload): Promise<MimeBundle> {
  const title = payload.title ?? "Training";
  const captions = [stateLine(payload)];
  const spec = {
    ...trainingSpec({ payload, stacked: false, width: 720, theme: lightTheme }),
    padding: 14,
    title: {
      text: title,
      subtitle: captions,
      anchor: "start",
      fontSize: 15,
      subtitleFontSize: 12,
      subtitleColor: lightTheme.ink,
      offset: 12,
    },
  };
  return {
    [viewMimeTypes["training-board"]]: payload,
    [vegaLiteMimeType]: spec,
    "image/svg+xml": await renderSvg(spec),
    "text/plain": trainingText(payload),
  };
}

/** State, last loss terms and the rates of each epoch as text. */
export function trainingText(payload: TrainingBoardPayload): string {
  const last = payload.steps.at(-1);
  const terms = termNames(payload).map((name) => `${name} ${last?.terms[name]?.toPrecision(3) ?? "–"}`);
  const epochs = payload.validation.map(({ epoch, uar, war }, i) => {
    const mark = i === payload.bestEpoch ? "  best" : "";
    return `epoch ${String(epoch).padStart(3)}  UAR ${percent(uar ?? NaN, 1)} %  WAR ${percent(war ?? NaN, 1)} %${mark}`;
  });
  const loss = last ? `loss ${last.total?.toPrecision(4) ?? "–"} = ${terms.join(" + ")}` : "no step yet";
  return [payload.title ?? "Training", stateLine(payload), loss, ...epochs].join("\n");
}
