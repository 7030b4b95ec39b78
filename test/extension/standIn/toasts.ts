/** VS Code's notifications: a progress notification stays for 800 ms, and in 800 ms three are shown at most. */
const interval = 800;
const limit = 3;

export class Toasts {
  /** What happened, in order: `opened: text`, `closed: text`, or `bell: text` for what the user did not see. */
  readonly events: string[] = [];
  #intervalStart = -Infinity;
  #openedInInterval = 0;

  open(text: string): void {
    const now = Date.now();
    if (now - this.#intervalStart > interval) [this.#intervalStart, this.#openedInInterval] = [now, 0];
    this.#openedInInterval += 1;
    this.events.push(`${this.#openedInInterval > limit ? "bell" : "opened"}: ${text}`);
  }

  /** A progress notification. */
  openWhile(title: string, work: Promise<unknown>): void {
    this.open(title);
    let left = 2;
    const oneIsOver = (): void => {
      left -= 1;
      if (left === 0) this.events.push(`closed: ${title}`);
    };
    setTimeout(oneIsOver, interval);
    void work.then(oneIsOver, oneIsOver);
  }
}
