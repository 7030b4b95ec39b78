const window = 20;

/** How fast steps follow each other, over the last {@link window} of them; pauses do not count. */
export class SpeedMeter {
  #last: number | null = null;
  #steps: { readonly seconds: number; readonly count: number }[] = [];

  /** Tells of a step with `count` clips that has just ended. */
  add(count: number): void {
    const now = performance.now() / 1000;
    if (this.#last !== null) {
      this.#steps.push({ seconds: now - this.#last, count });
      if (this.#steps.length > window) this.#steps.shift();
    }
    this.#last = now;
  }

  /** A step begins to be waited for; between two steps of one epoch that needs no telling. */
  begin(): void {
    this.#last ??= performance.now() / 1000;
  }

  /** Time within a step that does not count, such as a pause. */
  leaveOut(seconds: number): void {
    if (this.#last !== null) this.#last += seconds;
  }

  /** The time until the next `begin` does not count. */
  pause(): void {
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

  get #seconds(): number {
    return this.#steps.reduce((sum, step) => sum + step.seconds, 0);
  }
}
