/** Lets other work of this thread go on, such as a stop, while clips are opened without waiting. */
export class Breath {
  #taken = performance.now();

  async take(): Promise<void> {
    if (performance.now() - this.#taken < 50) return;
    await new Promise(setImmediate);
    this.#taken = performance.now();
  }
}
