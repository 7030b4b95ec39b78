import { trainingDefaults } from "../../../kernel/aen/training/trainOptions.js";
import type { Machine } from "./machines.js";

const clips = 16_000;
const frames = 16;
const { epochs, pretraining } = trainingDefaults.published;

/** The most threads that read clips. */
const mostThreads = 4;

/** A training of the size of DFEW, with the published settings, on a machine. */
export interface Projection {
  readonly machine: Machine;
  readonly engineClips: number;
  readonly loadedClips: number;
  /** Clips a second of both together. */
  readonly clips: number;
  readonly bottleneck: "engine" | "reading";
  readonly pretrainingHours: number;
  readonly trainingHours: number;
}

/** @param loadingSeconds processor seconds of reading and preparing a clip */
export function projected(machine: Machine, loadingSeconds: number): Projection {
  const { clipSeconds, frameSeconds } = machine;
  const clip = rates(machine, clipSeconds, loadingSeconds);
  const frame = rates(machine, frameSeconds, loadingSeconds / frames);
  const hours = (count: number, perSecond: number) => (clips * count) / perSecond / 3600;
  return {
    machine,
    ...{ engineClips: clip.engine, loadedClips: clip.reading, clips: clip.together },
    bottleneck: clip.engine < clip.reading ? "engine" : "reading",
    pretrainingHours: hours(pretraining.epochs, frame.together),
    trainingHours: hours(epochs, clip.together),
  };
}

/** Side by side the slower one sets the pace; on the same cores their times add up. */
function rates({ cores, sharesCores }: Machine, engineSeconds: number, loadingSeconds: number) {
  const threads = sharesCores ? cores : Math.min(mostThreads, cores - 1);
  const [engine, reading] = [1 / engineSeconds, threads / loadingSeconds];
  const together = sharesCores ? 1 / (1 / engine + 1 / reading) : Math.min(engine, reading);
  return { engine, reading, together };
}

/** What 64 runs at once, one a card, ask of a cluster. */
export interface ClusterNeeds {
  readonly hours: number;
  readonly hoursInTurn: number;
  readonly coresForReading: number;
  readonly megabytesPerSecond: number;
  readonly filesPerSecond: number;
}

export function clusterNeeds(
  run: Projection,
  loadingSeconds: number,
  frameBytes: number,
  cards = 64,
): ClusterNeeds {
  const hours = run.pretrainingHours + run.trainingHours;
  const perSecond = cards * run.clips;
  return {
    ...{ hours, hoursInTurn: cards * hours, coresForReading: perSecond * loadingSeconds },
    ...{ megabytesPerSecond: (perSecond * frames * frameBytes) / 1e6, filesPerSecond: perSecond * frames },
  };
}
