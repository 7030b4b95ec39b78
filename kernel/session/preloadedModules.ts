import type * as Aen from "../aen/index.js";
import { showWhatStarts } from "./liveRuns.js";

/** What cells have without an import, `aen` and `tf`, loaded once a cell mentions it. */
export class PreloadedModules {
  #endShowing: (() => void) | undefined;

  /** @param loadTensorFlow loads tfjs as cells import it */
  constructor(readonly loadTensorFlow: () => Promise<unknown>) {}

  /** Starts to load what a cell seems to use while the cell is being compiled. */
  begin(code: string): void {
    const names = ["aen", "tf"].filter((name) => new RegExp(`\\b${name}\\b`).test(code));
    this.load(names).catch(() => {});
  }

  /** The variables by name; those that are not asked for are undefined. */
  async load(names: readonly string[]): Promise<Record<string, unknown>> {
    const loaded: Record<string, unknown> = { aen: undefined, tf: undefined };
    for (const name of names) loaded[name] = name === "aen" ? await this.#aen() : await this.#tensorflow();
    return loaded;
  }

  close(): void {
    this.#endShowing?.();
  }

  async #tensorflow(): Promise<unknown> {
    await import("../engine/tensorflow.js");
    return this.loadTensorFlow();
  }

  async #aen(): Promise<typeof Aen> {
    const aen = await import("../aen/index.js");
    this.#endShowing ??= showWhatStarts(aen);
    return aen;
  }
}
