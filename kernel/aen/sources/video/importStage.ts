import type { ImportRecipe } from "./clipRecord.js";
import type { DecodeOptions } from "./decodeVideo.js";
import type { FfmpegLog } from "./ffmpegLog.js";
import { StageProgress, type ImportProgress, type OnProgress } from "./importProgress.js";
import { factsOf, type VideoFacts } from "./videoFacts.js";
import type { VideoFile } from "./videoFile.js";

/** An import's position among others, and its progress listener. */
export interface ImportRun {
  readonly fileNumber: number;
  readonly fileCount: number;
  readonly onProgress?: OnProgress;
  readonly signal?: AbortSignal;
  /** Makes a clip anew whose record, of an earlier version, does not say where the face is in each frame. */
  readonly needsBoxes?: boolean;
}

/** One pass through the frames of a video being imported. */
export class ImportStage {
  readonly #progress: StageProgress;

  constructor(
    { file }: VideoFile,
    readonly recipe: ImportRecipe,
    readonly run: ImportRun,
    stage: ImportProgress["stage"],
  ) {
    const { fileNumber, fileCount, onProgress } = run;
    this.#progress = new StageProgress({ file, fileNumber, fileCount, stage }, onProgress);
  }

  /** How to decode the video. */
  get options(): DecodeOptions {
    const { frameRate, longestSide } = this.recipe;
    const onFrame = (log: FfmpegLog) => this.#progress.step(log.expectedFrames(frameRate));
    return { longestSide, frameRate: frameRate ?? undefined, signal: this.run.signal, onFrame };
  }

  /**
   * Reports the end of the stage, once all frames are decoded.
   * @throws DataError when the video is truncated or damaged, unless the recipe allows it
   */
  end(log: FfmpegLog): VideoFacts {
    this.#progress.end();
    return factsOf(log, this.recipe);
  }
}
