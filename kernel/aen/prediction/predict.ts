import path from "node:path";
import type { PersonByVideo, PersonChoice } from "../../contracts/personChoice.js";
import type { DeviceName } from "../../engine/contract.js";
import { reportedBeta } from "../../metrics/fusion.js";
import type { FrameSampling } from "../batches/sampling.js";
import { workUntil } from "../host/cancellation.js";
import type { Model } from "../model/model.js";
import { checkVideoOptions } from "../sources/video/checkVideoOptions.js";
import { expandFiles } from "../sources/video/expandFiles.js";
import { personOfVideos } from "../sources/video/personOfVideos.js";
import { Predictor } from "../training/predictor.js";
import type { Run } from "../training/run.js";
import { addVideo, type VideoOutcome } from "./addVideo.js";
import type { LabelFormat } from "./labelFiles.js";
import { clipCells, Predictions } from "./predictions.js";
import { openTable } from "./openTable.js";
import type { PredictionProgress, PredictionWork } from "./predictVideo.js";
import { tableFiles } from "./tableFiles.js";
import type { TableSettings } from "./tableRecord.js";
import { hashOfModel, weightsInUse, type WeightsInUse } from "./weightsInUse.js";

/** Options for predictions of videos. */
export interface PredictVideosOptions {
  /** The table of frames, `FILE.csv`; `FILE.clips.csv` and the folder `FILE.aen` stand beside it. */
  readonly to: string;
  /** Write frame labels as WebVTT beside each video, e.g. `a.mp4.vtt`. @default false */
  readonly vtt?: boolean;
  /** Write frame labels for ELAN beside each video, e.g. `a.mp4.eaf`. @default false */
  readonly eaf?: boolean;
  /** Height and width in pixels at which faces are cut out. @default 112, or the network's own size if that is larger */
  readonly size?: number;
  /** How frames of a clip are chosen. @default as the run was trained, else as in the model's preset */
  readonly sampling?: FrameSampling;
  /** Weight of the clip head in a clip's emotion, 0 to 1. @default 0.3 */
  readonly beta?: number;
  /** Use whatever can be decoded of truncated videos. @default false */
  readonly allowIncomplete?: boolean;
  /**
   * Whose face, where a video shows several people, in all videos or by video; as in `aen.clips.fromVideos`. Each person
   * takes a table of their own. @default the most prominent
   */
  readonly person?: PersonChoice | PersonByVideo;
  readonly device?: DeviceName;
  /**
   * The folder that caches cropped faces, so that a video is searched only once; false keeps none of them.
   * @default ".aen/clips", as in `aen.clips.fromVideos`
   */
  readonly cache?: string | false;
  /** The folder of run records, for weights that are named by a run's id. @default ".aen/runs" */
  readonly record?: string;
  readonly onProgress?: (progress: PredictionProgress) => void;
  /** Called after each video. */
  readonly onVideo?: (outcome: VideoOutcome) => void;
  readonly signal?: AbortSignal;
}

/**
 * Reads videos frame by frame and as clips, into CSV tables. Rows of a video are written all or none; the same call again
 * continues where it was stopped, and other videos can be added to the same table later. A video that cannot be used costs
 * only itself.
 * @param weights a file of `aen.saveWeights`, the id, folder or a checkpoint of a run, a PyTorch checkpoint of the authors'
 *   code, a model or a run
 * @param videos paths or patterns
 * @throws DataError when the table was begun with other weights or options, or changed since; RangeError for options out
 *   of range and weights that do not fit
 */
export function predict(
  weights: string | Model | Run,
  videos: string | readonly string[],
  options: PredictVideosOptions,
): Promise<Predictions> {
  return workUntil(options.signal, async (signal) => {
    requireRange("size", options.size ?? 112, 16, 1024);
    checkVideoOptions({ size: options.size });
    requireRange("beta", options.beta ?? reportedBeta, 0, 1);
    const given = { ...options, signal };
    const files = await expandFiles(videos);
    const persons = personOfVideos(files, options.person);
    const found = await weightsInUse(weights, options.record ?? ".aen/runs");
    const use = options.sampling ? { ...found, sampling: options.sampling } : found;
    const predictor = new Predictor(use.model, options.device);
    try {
      return await intoTable(files, { predictor, use, persons }, given);
    } finally {
      await predictor.dispose();
      if (use.isOwn) use.model.dispose();
    }
  });
}

async function intoTable(
  files: readonly string[],
  { predictor, use, persons }: Pick<PredictionWork, "predictor" | "use" | "persons">,
  options: PredictVideosOptions,
): Promise<Predictions> {
  const { signal, onProgress, onVideo, vtt = false, eaf = false } = options;
  const settings = settingsOf(use, options);
  const table = await openTable(tableFiles(options.to), use.model.labels, settings);
  const { frames, clips, folder } = table.files;
  const scratch = options.cache === false ? path.join(folder, "faces") : null;
  const work = { predictor, use, persons, settings, cache: scratch ?? (options.cache || undefined) };
  const formats: LabelFormat[] = [...(vtt ? ["vtt" as const] : []), ...(eaf ? ["eaf" as const] : [])];
  const videos: VideoOutcome[] = [];
  try {
    for (const [index, file] of files.entries()) {
      signal?.throwIfAborted();
      const run = { fileNumber: index + 1, fileCount: files.length, onProgress, signal };
      videos.push(await addVideo(file, table, { ...work, formats, scratch }, run));
      onVideo?.(videos[index]);
    }
  } finally {
    table.close();
  }
  const names = files.map((file) => table.nameOf(file));
  return new Predictions(frames, clips, videos, clipCells(clips, names));
}

function settingsOf(use: WeightsInUse, options: PredictVideosOptions): TableSettings {
  const { model, sampling, frameOrder } = use;
  const size = options.size ?? Math.max(112, model.configuration.size);
  const { beta = reportedBeta, allowIncomplete = false } = options;
  const person = options.person === undefined ? {} : { person: JSON.stringify(options.person) };
  return { weights: hashOfModel(model), size, sampling, frameOrder, beta, allowIncomplete, ...person };
}

function requireRange(name: string, value: number, least: number, most: number): void {
  if (value >= least && value <= most) return;
  throw new RangeError(`"${name}" must be a number from ${least} to ${most}, got ${value}.`);
}
