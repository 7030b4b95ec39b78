/** The progress of an import. */
export interface ImportProgress {
  /** The current video. */
  readonly file: string;
  /** Its position among the videos, from 1, and their number. */
  readonly fileNumber: number;
  readonly fileCount: number;
  readonly stage: "finding faces" | "writing frames";
  /** Frames done in this stage. */
  readonly frames: number;
  /** Frames in this video according to its container; null if not stated. */
  readonly frameCount: number | null;
  /** Frames per second over the last few seconds. */
  readonly rate: number;
  /** Estimated seconds until this stage is done; null when unknown. */
  readonly secondsLeft: number | null;
}

/** Receives the progress of an import, at most four times a second. */
export type OnProgress = (progress: ImportProgress) => void;

/** Counts the frames of one stage and reports progress at intervals. */
export class StageProgress {
  #frames = 0;
  #told = -Infinity;
  #recent: { at: number; frames: number }[] = [];

  constructor(
    readonly about: Pick<ImportProgress, "file" | "fileNumber" | "fileCount" | "stage">,
    readonly onProgress: OnProgress | undefined,
    readonly now: () => number = () => performance.now(),
  ) {}

  /** @param expected the frames of the whole video; null when unknown */
  step(expected: number | null): void {
    this.#frames++;
    const at = this.now();
    if (!this.onProgress || at - this.#told < 250) return;
    this.#told = at;
    this.#recent = [...this.#recent.filter((mark) => at - mark.at < 5000), { at, frames: this.#frames }];
    this.onProgress(this.#state(expected));
  }

  /** Reports the end of the stage. */
  end(): void {
    this.onProgress?.({ ...this.#state(this.#frames), secondsLeft: 0 });
  }

  #state(expected: number | null): ImportProgress {
    const [first, last] = [this.#recent[0], this.#recent[this.#recent.length - 1]];
    const rate =
      first && last.at > first.at ? ((last.frames - first.frames) / (last.at - first.at)) * 1000 : 0;
    const frameCount = expected === null ? null : Math.max(expected, this.#frames);
    const secondsLeft = frameCount === null || rate === 0 ? null : (frameCount - this.#frames) / rate;
    return { ...this.about, frames: this.#frames, frameCount, rate, secondsLeft };
  }
}
