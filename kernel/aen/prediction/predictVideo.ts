import type { PersonChoice } from "../../contracts/personChoice.js";
import { ClipSet } from "../clips/clipSet.js";
import type { ImportProgress } from "../sources/video/importProgress.js";
import { faceClip } from "../sources/video/faceClip.js";
import type { ImportRun } from "../sources/video/importStage.js";
import type { VideoFile } from "../sources/video/videoFile.js";
import { predictFrames } from "../training/predictFrames.js";
import type { Predictor } from "../training/predictor.js";
import type { LabelledFrames } from "./labelFiles.js";
import { endOf } from "./labelSpans.js";
import { clipReading, frameReadings } from "./readings.js";
import type { TableSettings } from "./tableRecord.js";
import { clipRow, frameRows } from "./tables.js";
import type { WeightsInUse } from "./weightsInUse.js";

/** The progress of predictions: finding faces and cutting them out as in an import, then the network. */
export interface PredictionProgress extends Omit<ImportProgress, "stage"> {
  readonly stage: ImportProgress["stage"] | "predicting";
}

/** What is the same for all videos of a call. */
export interface PredictionWork {
  readonly predictor: Predictor;
  readonly use: WeightsInUse;
  readonly settings: TableSettings;
  /** Whose face, by video; the most prominent of the others. */
  readonly persons: ReadonlyMap<string, PersonChoice>;
  /** The folder that caches cropped faces. */
  readonly cache: string | undefined;
}

/** A video of the call, and who hears of its progress. */
export interface PredictionRun extends Omit<ImportRun, "onProgress" | "needsBoxes"> {
  readonly onProgress?: (progress: PredictionProgress) => void;
}

/** A video read to its end. */
export interface PredictedVideo extends LabelledFrames {
  /** Its rows in the table of frames. */
  readonly rows: string;
  /** Its row in the table of clips. */
  readonly row: string;
}

/**
 * One video: its face found, cut out and read, all its frames and the clip as a whole.
 * @throws DataError when the video cannot be used
 */
export async function predictVideo(
  video: VideoFile,
  { predictor, use, settings, persons, cache }: PredictionWork,
  run: PredictionRun,
): Promise<PredictedVideo> {
  const { labels, configuration } = use.model;
  const { size, allowIncomplete, beta } = settings;
  const clip = await faceClip(
    video,
    { id: video.file, label: null },
    { size, allowIncomplete, cache, person: persons.get(video.file) },
    { ...run, needsBoxes: true },
  );
  const { frameCount, frameRate, times = [], faceSights = [], faceBoxes = [] } = clip;
  const numbers = Array.from({ length: frameCount }, (_, number) => number);
  const prediction = await predictFrames(predictor, new ClipSet([clip], labels), numbers, {
    ...{ sampling: use.sampling, frameOrder: use.frameOrder, signal: run.signal },
    onProgress: teller(video.file, frameCount, configuration.frames, run),
  });
  const frames = frameReadings({ times, faceSights, faceBoxes }, prediction.frameLogits, labels);
  const duration = endOf(times, frameRate) - times[0];
  const about = { file: video.file, frameRate, duration, seen: configuration.frames };
  return {
    ...{ file: video.file, frameRate, frames, rows: frameRows(video.file, frames, labels) },
    row: clipRow(about, frames, clipReading(prediction, labels, beta), labels),
  };
}

/** Reports looks of T frames as frames. */
function teller(file: string, frameCount: number, perLook: number, run: PredictionRun) {
  const { fileNumber, fileCount, onProgress } = run;
  const began = performance.now();
  return (done: number): void => {
    const frames = Math.min(done * perLook, frameCount);
    const rate = (1000 * frames) / Math.max(performance.now() - began, 1);
    const secondsLeft = (frameCount - frames) / rate;
    onProgress?.({
      ...{ file, fileNumber, fileCount, stage: "predicting" },
      ...{ frames, frameCount, rate, secondsLeft },
    });
  };
}
