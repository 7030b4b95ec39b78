import { display, type DisplayHandle } from "./display.js";

/** How often a board is drawn anew at most, in milliseconds: often enough to follow, seldom enough to cost nothing. */
const interval = 1000;

/** What a person waits for a new picture at most, in milliseconds, however long the one before took. */
const longest = 5000;

/** The largest part of the time that drawing may take. */
const share = 0.05;

/**
 * The picture of a value that changes, kept up to date in the cell that made it. Drawing never holds the work up:
 * while one picture is made the next is not begun, and a picture that takes long is made less often.
 */
export class LiveBoard {
  #handle: DisplayHandle | undefined;
  #drawing: Promise<void> | null = null;
  #next = 0;
  #isAwaited = false;

  /** @param id of the display, one for each value */
  constructor(
    readonly value: unknown,
    readonly id: string,
  ) {}

  /** @param atOnce for what a person has asked for and waits to see */
  changed(atOnce = false): void {
    if (this.#drawing) this.#isAwaited ||= atOnce;
    else if (atOnce || performance.now() >= this.#next) void this.#begin();
  }

  /** Draws the end, after whatever is being drawn. */
  async ended(): Promise<void> {
    while (this.#drawing) await this.#drawing;
    await this.#begin();
  }

  #begin(): Promise<void> {
    this.#isAwaited = false;
    return (this.#drawing = this.#draw().finally(() => this.#drawn()));
  }

  #drawn(): void {
    this.#drawing = null;
    if (this.#isAwaited) void this.#begin();
  }

  async #draw(): Promise<void> {
    const began = performance.now();
    try {
      if (this.#handle) await this.#handle.update(this.value);
      else this.#handle = display(this.value, { id: this.id });
      await this.#handle.shown;
    } finally {
      const took = performance.now() - began;
      this.#next = performance.now() + Math.min(Math.max(interval, took / share), longest);
    }
  }
}
