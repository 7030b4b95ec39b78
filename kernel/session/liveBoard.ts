import { remark } from "../aen/host/remark.js";
import { display, type DisplayHandle } from "./display.js";
import { messageOf } from "../contracts/messageOf.js";

/** Minimum time between redraws of a board, in milliseconds: short enough to follow, long enough to cost nothing. */
const interval = 1000;

/** The longest wait between two redraws, in milliseconds, however long drawing takes. */
const longest = 5000;

/** The largest fraction of time to spend on drawing. */
const share = 0.05;

/**
 * A live picture of a changing value in the cell that created it. Drawing never holds up the work: only one picture is
 * drawn at a time, and slow pictures are drawn less often. A picture that fails is told once.
 */
export class LiveBoard {
  #handle: DisplayHandle | undefined;
  #drawing: Promise<void> | null = null;
  #next = 0;
  #isAwaited = false;
  #hasFailed = false;

  /** @param id the display id, one per value */
  constructor(
    readonly value: unknown,
    readonly id: string,
  ) {}

  /** @param atOnce for changes that the user has asked for and is waiting to see */
  changed(atOnce = false): void {
    if (this.#drawing) this.#isAwaited ||= atOnce;
    else if (atOnce || performance.now() >= this.#next) void this.#begin();
  }

  /** Draws the final state, after any drawing in progress. */
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

  #tell(error: unknown): void {
    if (this.#hasFailed) return;
    this.#hasFailed = true;
    const why = messageOf(error);
    remark(`the board could not be drawn (${why}); the work that it shows goes on.`);
  }

  async #draw(): Promise<void> {
    const began = performance.now();
    try {
      if (this.#handle) await this.#handle.update(this.value);
      else this.#handle = display(this.value, { id: this.id });
      await this.#handle.shown;
    } catch (error) {
      this.#tell(error);
    } finally {
      const took = performance.now() - began;
      this.#next = performance.now() + Math.min(Math.max(interval, took / share), longest);
    }
  }
}
