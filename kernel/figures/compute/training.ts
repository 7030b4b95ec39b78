import type { TrainingBoardPayload, TrainingStepPayload } from "../../contracts/payloads/trainingBoard.js";
import { worded } from "../../words/words.js";

/** Averages neighbouring steps so that at most `most` points are left; the last step is always kept. */
export function thinSteps(steps: readonly TrainingStepPayload[], most = 300): TrainingStepPayload[] {
  if (steps.length <= most) return [...steps];
  const size = Math.ceil(steps.length / most);
  const chunks = Array.from({ length: Math.ceil(steps.length / size) }, (_, i) =>
    steps.slice(i * size, (i + 1) * size),
  );
  return chunks.map(meanStep);
}

function meanStep(chunk: readonly TrainingStepPayload[]): TrainingStepPayload {
  const last = chunk.at(-1)!;
  const names = Object.keys(last.terms);
  return {
    ...last,
    terms: Object.fromEntries(names.map((name) => [name, mean(chunk.map((step) => step.terms[name]))])),
    total: mean(chunk.map((step) => step.total)),
  };
}

function mean(values: readonly (number | null | undefined)[]): number | null {
  const finite = values.filter((value): value is number => typeof value === "number");
  if (finite.length === 0) return null;
  return Number((finite.reduce((sum, value) => sum + value, 0) / finite.length).toPrecision(5));
}

/** Names of the loss terms that have a value, in the payload's order, else in the order of their first occurrence. */
export function termNames({
  steps,
  terms = [],
}: Pick<TrainingBoardPayload, "steps"> & Partial<TrainingBoardPayload>): string[] {
  const known = new Set(steps.flatMap((step) => Object.keys(step.terms)));
  return [...new Set([...terms.filter((name) => known.has(name)), ...known])];
}

/** Where the epoch axes end: a resumed run may have gone beyond the planned epochs. */
export function lastEpoch({ epochs, steps, validation }: TrainingBoardPayload): number {
  return Math.max(1, epochs, steps.at(-1)?.epoch ?? 0, validation.at(-1)?.epoch ?? 0);
}

/** "1 h 04 min", "3 min 20 s", "12 s" */
export function duration(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60), whole % 60];
  if (hours > 0) return `${hours} h ${String(minutes).padStart(2, "0")} min`;
  return minutes > 0 ? `${minutes} min ${String(rest).padStart(2, "0")} s` : `${rest} s`;
}

const stateNames = {
  waiting: "Waiting",
  running: "Training",
  paused: "Paused",
  stopped: "Stopped",
  finished: "Finished",
  failed: "Failed",
} as const satisfies Record<TrainingBoardPayload["state"], string>;

/** One status line: device, epoch, clips per second, time left. */
export function stateLine(payload: TrainingBoardPayload): string {
  const speed = payload.steps.at(-1)?.clipsPerSecond;
  const { secondsLeft, secondsElapsed } = payload;
  const parts = [
    worded(stateNames[payload.state]),
    ...(payload.device === undefined ? [] : [worded("on {0}", payload.device)]),
    worded("epoch {0} of {1}", payload.epoch, payload.epochs),
    ...(speed === undefined
      ? []
      : [worded("{0} clips per second", speed < 10 ? speed.toPrecision(2) : speed.toFixed(0))]),
    ...(payload.state === "running" && secondsLeft !== undefined
      ? [worded("{0} left", duration(secondsLeft))]
      : []),
    ...(payload.state !== "running" && secondsElapsed !== undefined
      ? [worded("took {0}", duration(secondsElapsed))]
      : []),
  ];
  return `${parts.join(" · ")}${payload.message === undefined ? "" : `. ${payload.message}`}`;
}
