import type { View } from "vega";
import type { VegaLiteSpec } from "../../kernel/aen/views/drawing/layers.js";

/** A drawing that follows its specification: new data move into the picture that is there, a new shape draws anew. */
export class VegaDrawing {
  readonly element = document.createElement("div");
  #view: View | undefined;
  #shape = "";
  #wanted: VegaLiteSpec | undefined;
  #turn = 0;

  /** @param afterDraw called each time when the picture is complete */
  constructor(private readonly afterDraw: (svg: SVGSVGElement) => void = () => {}) {
    this.element.className = "drawing";
  }

  get spec(): VegaLiteSpec | undefined {
    return this.#wanted;
  }

  get view(): View | undefined {
    return this.#view;
  }

  async show(spec: VegaLiteSpec): Promise<void> {
    this.#wanted = spec;
    const turn = ++this.#turn;
    const { createView } = await import("./vegaRuntime.js");
    if (turn !== this.#turn) return;
    const shape = shapeOf(spec);
    if (this.#view && shape === this.#shape) {
      for (const [name, values] of Object.entries(spec.datasets)) this.#view.data(name, [...values]);
    } else {
      const view = await createView(spec, this.element);
      if (turn !== this.#turn) {
        view.finalize();
        return;
      }
      this.#view?.finalize();
      this.#view = view;
      this.#shape = shape;
    }
    this.#view.run();
    this.#finish();
    await this.#view.runAsync();
    if (turn === this.#turn) this.#finish();
  }

  #finish(): void {
    const svg = this.element.querySelector("svg");
    if (svg) this.afterDraw(svg);
  }

  dispose(): void {
    this.#turn++;
    this.#view?.finalize();
    this.#view = undefined;
    this.#shape = "";
  }
}

/** What makes a new drawing necessary: everything but the values and the description. */
function shapeOf({ datasets, description: _description, ...rest }: VegaLiteSpec): string {
  return JSON.stringify([Object.keys(datasets), rest]);
}
