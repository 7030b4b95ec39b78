/** How far an import has come. */
export interface ImportProgress {
  /** The video at work. */
  readonly file: string;
  /** Its place among the videos, from 1, and how many there are. */
  readonly fileNumber: number;
  readonly fileCount: number;
  readonly stage: "finding faces" | "writing frames";
  /** Frames done in this stage. */
  readonly frames: number;
  /** Frames in this video as far as its container tells; null when it does not. */
  readonly frameCount: number | null;
  /** Frames per second of the last seconds. */
  readonly rate: number;
  /** Seconds until this stage is done; null when unknown. */
  readonly secondsLeft: number | null;
}

/** Is told how far an import has come, at most four times a second. */
export type OnProgress = (progress: ImportProgress) => void;

/** Counts the frames of one stage and tells of them now and then. */
export class StageProgress {
  #frames = 0;
  #told = -Infinity;
  #recent: { at: number; frames: number }[] = [];

  constructor(
    readonly about: Pick<ImportProgress, "file" | "fileNumber" | "fileCount" | "stage">,
    readonly frameCount: () => number | null,
    readonly onProgress: OnProgress | undefined,
    readonly now: () => number = () => performance.now(),
  ) {}

  step(): void {
    this.#frames++;
    const at = this.now();
    if (!this.onProgress || at - this.#told < 250) return;
    this.#told = at;
    this.#recent = [...this.#recent.filter((mark) => at - mark.at < 5000), { at, frames: this.#frames }];
    this.onProgress(this.#state());
  }

  /** Tells the end. */
  end(): void {
    this.onProgress?.({ ...this.#state(), frameCount: this.#frames, secondsLeft: 0 });
  }

  #state(): ImportProgress {
    const [first, last] = [this.#recent[0], this.#recent[this.#recent.length - 1]];
    const rate =
      first && last.at > first.at ? ((last.frames - first.frames) / (last.at - first.at)) * 1000 : 0;
    const counted = this.frameCount();
    const frameCount = counted === null ? null : Math.max(counted, this.#frames);
    const secondsLeft = frameCount === null || rate === 0 ? null : (frameCount - this.#frames) / rate;
    return { ...this.about, frames: this.#frames, frameCount, rate, secondsLeft };
  }
}
