import type { ActivationFunction } from "vscode-notebook-renderer";
import { speakAsLast } from "../words/rememberedLanguage.js";
import { drawOrSayWhy } from "./drawOrSayWhy.js";

/** Draws a plot into an element; the result ends it. */
export type Draw = (element: HTMLElement, spec: unknown) => Promise<() => void>;

/** A VS Code notebook renderer for plots from users' own cells. If a plot cannot be drawn, it says why. */
export function activatePlots(draw: Draw): ActivationFunction {
  return () => {
    speakAsLast();
    const plots = new Map<string, Plot>();
    const dispose = (id: string) => {
      plots.get(id)?.end();
      plots.delete(id);
    };
    return {
      async renderOutputItem(item, element) {
        dispose(item.id);
        const plot = new Plot();
        plots.set(item.id, plot);
        plot.isDrawn(await drawOrSayWhy(element, async () => draw(element, item.json())));
      },
      disposeOutputItem(id) {
        for (const one of id === undefined ? [...plots.keys()] : [id]) dispose(one);
      },
    };
  };
}

/** A plot, which may have to end while it is still being drawn. */
class Plot {
  #hasEnded = false;
  #end: (() => void) | undefined;

  isDrawn(end: () => void): void {
    if (this.#hasEnded) end();
    else this.#end = end;
  }

  end(): void {
    this.#hasEnded = true;
    this.#end?.();
  }
}
