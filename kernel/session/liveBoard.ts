import { display, type DisplayHandle } from "./display.js";

/** How often a board is drawn anew at most, in milliseconds: often enough to follow, seldom enough to cost nothing. */
const interval = 1000;

/** The largest part of the time that drawing may take. */
const share = 0.05;

/**
 * The picture of a value that changes, kept up to date in the cell that made it. Drawing never holds the work up:
 * while one picture is made the next is not begun, and a picture that takes long is made less often.
 */
export class LiveBoard {
  #handle: DisplayHandle | undefined;
  #drawing = false;
  #next = 0;

  /** @param id of the display, one for each value */
  constructor(
    readonly value: unknown,
    readonly id: string,
  ) {}

  /** @param atOnce for what a person has asked for and waits to see */
  changed(atOnce = false): void {
    if (!this.#drawing && (atOnce || performance.now() >= this.#next)) void this.#draw();
  }

  /** Draws the end, after whatever is being drawn. */
  async ended(): Promise<void> {
    while (this.#drawing) await new Promise((resolve) => setTimeout(resolve, 50));
    await this.#draw();
  }

  async #draw(): Promise<void> {
    this.#drawing = true;
    const began = performance.now();
    try {
      if (this.#handle) await this.#handle.update(this.value);
      else this.#handle = display(this.value, { id: this.id });
      await this.#handle.shown;
    } finally {
      const took = performance.now() - began;
      this.#next = performance.now() + Math.max(interval, took / share);
      this.#drawing = false;
    }
  }
}
