/** What holds a compiled step that it can compile again. */
interface Holder {
  /** Closes the compiled step; the next use compiles another. */
  dispose(): Promise<void>;
}

/**
 * Those that have been used last keep their compiled steps until they are used again; the others close theirs, so that
 * a notebook full of evaluated runs holds no more threads and memory of ONNX Runtime than a few of them need.
 */
export class IdlePredictors<T extends Holder> {
  readonly #idle = new Set<T>();
  /** How many works of each predictor are in progress. */
  readonly #working = new Map<T, number>();

  /** @param most how many keep their steps */
  constructor(readonly most: number) {}

  /** Keeps a predictor's step open while it works, and counts it as used last afterwards. */
  async during<Result>(predictor: T, work: () => Promise<Result>): Promise<Result> {
    this.#idle.delete(predictor);
    this.#working.set(predictor, (this.#working.get(predictor) ?? 0) + 1);
    try {
      return await work();
    } finally {
      this.#rest(predictor);
    }
  }

  /** Holds a predictor no longer, once its step is closed. */
  forget(predictor: T): void {
    this.#idle.delete(predictor);
  }

  #rest(predictor: T): void {
    const left = this.#working.get(predictor)! - 1;
    if (left > 0) return void this.#working.set(predictor, left);
    this.#working.delete(predictor);
    this.#idle.add(predictor);
    for (const oldest of [...this.#idle].slice(0, Math.max(0, this.#idle.size - this.most))) {
      this.#idle.delete(oldest);
      oldest.dispose().catch(() => {});
    }
  }
}
