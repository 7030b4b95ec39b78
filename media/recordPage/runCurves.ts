import type { ViewSource } from "../../kernel/contracts/recordPage.js";
import { runCurvesSpec } from "../../kernel/figures/runCurves/runCurvesSpec.js";
import { onThemeChange, pageTheme } from "../drawing/pageTheme.js";
import { VegaDrawing } from "../drawing/vegaDrawing.js";

type Curves = Extract<ViewSource, { draws: "run-curves" }>;

/** The curves of runs over each other, as wide as their place and in the page's colours. */
export class RunCurves {
  readonly #drawing = new VegaDrawing();
  readonly #resized = new ResizeObserver(() => this.#draw());
  readonly #endTheme = onThemeChange(() => this.#draw());
  #source: Curves | undefined;
  #drawn = "";

  constructor(private readonly element: HTMLElement) {
    element.replaceChildren(this.#drawing.element);
    this.#resized.observe(element);
  }

  show(source: Curves): void {
    this.#source = source;
    this.#draw();
  }

  dispose(): void {
    this.#resized.disconnect();
    this.#endTheme();
    this.#drawing.dispose();
  }

  #draw(): void {
    const width = Math.min(960, Math.floor(this.element.clientWidth));
    if (!this.#source || width === 0) return;
    const spec = runCurvesSpec({ ...this.#source, width, theme: pageTheme() });
    const wanted = JSON.stringify(spec);
    if (wanted === this.#drawn) return;
    this.#drawn = wanted;
    void this.#drawing.show(spec);
  }
}
