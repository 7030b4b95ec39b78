import { stateLine, termNames, thinSteps } from "../compute/training.js";
import { percent } from "../drawing/labelText.js";
import { renderSvg } from "../drawing/svg.js";
import type { MimeBundle } from "../../contracts/mimeBundle.js";
import { viewMimeTypes } from "../../contracts/viewMimeTypes.js";
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

/** The data of a training board: at most 300 points per line, six digits each; numbers that are not finite become null. */
export function trainingBoardPayload(input: TrainingBoardInput): TrainingBoardPayload {
  const validation = input.validation ?? [];
  return {
    ...input,
    view: "training-board",
    version: 1,
    state: input.state ?? "running",
    epoch: input.epoch ?? Math.floor(input.steps.at(-1)?.epoch ?? 0),
    ...bestEpoch(input, validation),
    terms: termNames(input),
    steps: thinSteps(input.steps).map(keptStep),
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

/** A step as a board keeps it: six digits of each number, and null for what is not finite. */
function keptStep(step: TrainingStepPayload): TrainingStepPayload {
  const terms = Object.entries(step.terms).map(([name, value]) => [name, sixDigits(value)] as const);
  const numbers = Object.entries(step)
    .filter(([, value]) => typeof value === "number")
    .map(([name, value]) => [name, sixDigits(value as number)] as const);
  return { ...step, ...Object.fromEntries(numbers), terms: Object.fromEntries(terms) };
}

function sixDigits(value: number | null): number | null {
  if (value === null || !Number.isFinite(value)) return null;
  return Number.isInteger(value) ? value : Number(value.toPrecision(6));
}

/** All forms of a training board. */
export async function trainingBoardBundle(payload: TrainingBoardPayload): Promise<MimeBundle> {
  const title = payload.title ?? "Training";
  const captions = [stateLine(payload)];
  const spec = {
    ...trainingSpec({ payload: forStill(payload), stacked: false, width: 720, theme: lightTheme }),
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
    "image/svg+xml": await renderSvg(spec),
    "text/plain": trainingText(payload),
  };
}

const stillPoints = 100;

/** As many points as a still picture can show; the last one stays, whose figures it names. */
function forStill(payload: TrainingBoardPayload): TrainingBoardPayload {
  const { steps } = payload;
  const every = Math.ceil(steps.length / stillPoints);
  return { ...payload, steps: steps.filter((_, i) => (steps.length - 1 - i) % every === 0) };
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
