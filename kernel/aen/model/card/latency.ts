import { availableParallelism } from "node:os";
import { compile } from "../../../engine/compile.js";
import type { CompiledStep, DeviceName } from "../../../engine/contract.js";
import { devices } from "../../../engine/devices.js";
import { workUntil } from "../../host/cancellation.js";
import type { CardedModel } from "./cardedModel.js";
import { clipInference } from "./clipInference.js";

export interface LatencyOptions {
  /** Where to measure. @default "auto"; of a run where it trained */
  readonly device?: DeviceName;
  /** Threads per operation on the CPU. @default all processors; of a run as many as it trained with */
  readonly threads?: number;
  /** How many clips are timed, one after the other, after three that are not. @default 20 */
  readonly runs?: number;
  /** Ends the measurement when aborted; so does a stop of the cell. */
  readonly signal?: AbortSignal;
  /** Called after each timed clip with the number of clips done and the total. */
  readonly onProgress?: (done: number, of: number) => void;
}

/** How long the inference of one clip took, from pixels to log-probabilities, without reading its frames. */
export interface Latency {
  readonly medianMs: number;
  readonly fastestMs: number;
  readonly slowestMs: number;
  readonly runs: number;
  /** E.g. "cpu". */
  readonly device: string;
  /** The name of the processor or graphics card. */
  readonly hardware: string;
  /** Threads per operation; null where it does not run on the CPU. */
  readonly threads: number | null;
}

const warmUp = 3;

/**
 * Times a model on one clip after the other.
 * @throws RangeError if `runs` is not a positive integer; the signal's reason when it is stopped
 */
export function measureLatency(model: CardedModel, options: LatencyOptions = {}): Promise<Latency> {
  const { runs = 20 } = options;
  if (!Number.isInteger(runs) || runs < 1)
    throw new RangeError(`"runs" must be a positive whole number, got ${runs}.`);
  return workUntil(options.signal, (signal) => measured(model, { ...options, runs, signal }));
}

async function measured(
  model: CardedModel,
  options: LatencyOptions & { readonly runs: number },
): Promise<Latency> {
  const { device, threads = availableParallelism() } = options;
  const { step, state } = clipInference(model);
  const compiled = compile(step, { state, device, threads, name: "inference of one clip" });
  try {
    const times = await timesOf(compiled, model, options);
    const found = (await devices()).find((each) => each.device === compiled.device);
    const onCpu = compiled.device === "cpu";
    const where = { device: compiled.device, hardware: found?.name ?? compiled.device };
    return { ...summaryOf(times), ...where, threads: onCpu ? threads : null };
  } finally {
    await compiled.dispose();
  }
}

async function timesOf(
  compiled: CompiledStep,
  model: CardedModel,
  { runs, signal, onProgress }: LatencyOptions & { readonly runs: number },
): Promise<number[]> {
  const frames = grayRamp(clipInference(model).frames.shape);
  const times: number[] = [];
  for (let run = -warmUp; run < runs; run += 1) {
    signal?.throwIfAborted();
    const start = performance.now();
    await compiled.run({ frames });
    if (run < 0) continue;
    times.push(performance.now() - start);
    onProgress?.(times.length, runs);
  }
  return times;
}

/** Pixels that are neither all equal nor drawn: the time does not depend on them. */
function grayRamp(shape: readonly number[]) {
  const length = shape.reduce((product, each) => product * each, 1);
  const data = Uint8Array.from({ length }, (_, index) => index % 256);
  return { data, shape, dtype: "int32" as const };
}

function summaryOf(times: readonly number[]): Omit<Latency, "device" | "hardware" | "threads"> {
  const sorted = [...times].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const medianMs = (sorted[Math.ceil(middle) - 1] + sorted[Math.floor(middle)]) / 2;
  return { medianMs, fastestMs: sorted[0], slowestMs: sorted.at(-1)!, runs: sorted.length };
}
