import type { View } from "vega";
import type { VegaLiteSpec } from "../../kernel/figures/drawing/layers.js";
import { language } from "../../kernel/words/words.js";

/** Loads what a drawing needs, ahead of the first. */
export async function loadVega(): Promise<void> {
  await Promise.all([import("./vegaRuntime.js"), import("./vegaLite.js")]);
}

/** Marks of a drawing that work like buttons; see MarkNavigation. */
export interface DrawnButtons {
  /** Called each time the picture is complete. */
  attach(svg: SVGSVGElement): void;
  readonly hasFocus: boolean;
  refocus(): void;
}

/** A drawing that follows its specification: new data update the existing picture, a new shape redraws it. */
export class VegaDrawing {
  /** Has `aria-busy` from when a picture is wanted until it is there. */
  readonly element = document.createElement("div");
  #view: View | undefined;
  #shape = "";
  #turn = 0;
  /** The buttons of which one had the focus before they were replaced. */
  #focused: DrawnButtons | undefined;

  /** @param buttons keep the focus while new data replace their marks */
  constructor(private readonly buttons: readonly DrawnButtons[] = []) {
    this.element.className = "drawing";
  }

  async show(spec: VegaLiteSpec): Promise<void> {
    const turn = ++this.#turn;
    this.element.setAttribute("aria-busy", "true");
    try {
      await this.#draw(spec, turn);
    } finally {
      if (turn === this.#turn) this.element.removeAttribute("aria-busy");
    }
  }

  async #draw(spec: VegaLiteSpec, turn: number): Promise<void> {
    const { compiled, viewOf } = await import("./vegaRuntime.js");
    const shape = shapeOf(spec);
    if (turn !== this.#turn) return;
    const runtime = this.#view && shape === this.#shape ? undefined : await compiled(spec);
    if (turn !== this.#turn) return;
    this.#focused = this.buttons.find(({ hasFocus }) => hasFocus) ?? this.#focused;
    if (runtime) {
      const view = viewOf(runtime, this.element);
      this.#view?.finalize();
      this.#view = view;
      this.#shape = shape;
    } else {
      for (const [name, values] of Object.entries(spec.datasets)) this.#view!.data(name, [...values]);
    }
    await this.#view!.runAsync();
    if (turn !== this.#turn) return;
    this.#attach();
    this.#focused = undefined;
  }

  #attach(): void {
    const svg = this.element.querySelector("svg");
    if (svg) for (const each of this.buttons) each.attach(svg);
    const isLost = document.activeElement === null || document.activeElement === document.body;
    if (isLost) this.#focused?.refocus();
  }

  dispose(): void {
    this.#turn++;
    this.#view?.finalize();
    this.#view = undefined;
    this.#shape = "";
    this.element.removeAttribute("aria-busy");
  }
}

/** What requires a full redraw when it changes: all but the values and, within a language, the description. */
function shapeOf({ datasets, description: _description, ...rest }: VegaLiteSpec): string {
  return JSON.stringify([language(), Object.keys(datasets), rest]);
}
