import { syncBuiltinESMExports } from "node:module";

export interface Failure {
  /** Which call fails, counted from 1. */
  readonly at: number;
  readonly code: "ENOSPC" | "EIO" | "EROFS" | "EACCES" | "EMFILE";
  /** Whether every later call fails too, as after a kill: nothing more happens on disk. */
  readonly forGood: boolean;
}

type Call = (...args: unknown[]) => unknown;

/** Calls to the file system of which one fails, or all from one on, before they do anything. */
export class FailingCalls {
  #made = 0;
  readonly #undo: (() => void)[] = [];

  constructor(readonly failure: Failure | null) {}

  /** The number of calls that were made. */
  get made(): number {
    return this.#made;
  }

  /**
   * Replaces functions of a module.
   * @param half by which function a call that fails first writes a half, and how; it gets the function as it was
   */
  replace(
    module: object,
    names: readonly string[],
    half: Readonly<Record<string, (whole: Call, args: unknown[]) => unknown>>,
  ): void {
    const disk = module as Record<string, Call>;
    for (const name of names) {
      const whole = disk[name];
      disk[name] = (...args) => {
        const { failure } = this;
        const isFirst = ++this.#made === failure?.at;
        if (!failure || !(isFirst || (failure.forGood && this.#made > failure.at)))
          return whole.apply(module, args);
        const error = Object.assign(new Error(`${failure.code}, ${name}`), { code: failure.code });
        const done = isFirst ? half[name]?.(whole, args) : undefined;
        if (name.endsWith("Sync")) throw error;
        return Promise.resolve(done).then(() => Promise.reject(error));
      };
      this.#undo.push(() => (disk[name] = whole));
    }
    syncBuiltinESMExports();
  }

  restore(): void {
    this.#undo.forEach((undo) => undo());
    syncBuiltinESMExports();
  }
}
