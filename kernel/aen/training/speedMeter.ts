const window = 20;

/** Measures the speed of steps over the last {@link window} of them; pauses do not count. */
export class SpeedMeter {
  #last: number | null = null;
  #steps: { readonly seconds: number; readonly count: number }[] = [];
  readonly #ends: number[] = [];

  /** @param now the time, in seconds from an arbitrary origin */
  constructor(private readonly now = () => performance.now() / 1000) {}

  /** Records a step with `count` clips that has just ended. */
  add(count: number): void {
    const now = this.now();
    if (this.#last !== null) {
      this.#steps.push({ seconds: now - this.#last, count });
      if (this.#steps.length > window) this.#steps.shift();
    }
    this.#last = now;
  }

  /** Marks the start of a step; not needed between two steps of the same epoch. */
  begin(): void {
    this.#last ??= this.now();
  }

  /** Excludes time within a step, such as a pause. */
  leaveOut(seconds: number): void {
    if (this.#last !== null) this.#last += seconds;
  }

  /**
   * Runs the end of an epoch (validation, checkpoint), whose time counts by itself: not as that of a step, which begins
   * with the next `begin`.
   */
  async atEpochEnd(end: () => Promise<void>): Promise<void> {
    const began = this.now();
    await end();
    this.#ends.push(this.now() - began);
    this.#last = null;
  }

  /** 0 until the time of a step is known. */
  get perSecond(): number {
    const seconds = this.#seconds;
    return seconds > 0 ? this.#steps.reduce((sum, step) => sum + step.count, 0) / seconds : 0;
  }

  /** 0 until the time of a step is known. */
  get secondsPerStep(): number {
    return this.#steps.length > 0 ? this.#seconds / this.#steps.length : 0;
  }

  /** Seconds for as many steps and ends of epochs; without the latter until one has been measured. */
  secondsFor(steps: number, ends: number): number {
    const ofEnds = this.#ends.reduce((sum, end) => sum + end, 0);
    return steps * this.secondsPerStep + (this.#ends.length > 0 ? (ends * ofEnds) / this.#ends.length : 0);
  }

  get #seconds(): number {
    return this.#steps.reduce((sum, step) => sum + step.seconds, 0);
  }
}
