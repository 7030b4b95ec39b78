import type { FrameLanguage } from "../../../kernel/contracts/payloads/exerciseCheck.js";
import type { ExerciseLine } from "../../../kernel/exercises/exerciseLine.js";
import type { Widget, WidgetClass } from "../jupyterlab.js";
import { type BarActions, ExerciseBar } from "./exerciseBar.js";
import type { CellWidget } from "./labNotebook.js";

/** Below the input of a cell, above its outputs: behind header and input. */
const placeInCell = 2;

/** The bars at the cells of a notebook. */
export class ExerciseBars {
  readonly #bars = new Map<CellWidget, { readonly bar: ExerciseBar; readonly widget: Widget }>();

  constructor(
    private readonly Widget: WidgetClass,
    private readonly language: FrameLanguage,
    private readonly actionsAt: (cell: CellWidget) => BarActions,
  ) {}

  /** Shows this at a cell; without it, nothing. */
  show(cell: CellWidget, line: ExerciseLine | undefined): void {
    const known = this.#bars.get(cell);
    if (line) return (known?.bar ?? this.#add(cell)).show(line);
    known?.widget.dispose();
    this.#bars.delete(cell);
  }

  /** The bar at a cell, if it has one. */
  at(cell: CellWidget | undefined): ExerciseBar | undefined {
    return cell && this.#bars.get(cell)?.bar;
  }

  /** Forgets the bars that have gone with their cells. */
  forgetGone(): void {
    for (const cell of [...this.#bars.keys()]) if (cell.isDisposed) this.#bars.delete(cell);
  }

  #add(cell: CellWidget): ExerciseBar {
    const widget = new this.Widget();
    const bar = new ExerciseBar(widget.node, this.language, this.actionsAt(cell));
    this.#bars.set(cell, { bar, widget });
    void cell.ready.then(() => {
      if (!cell.isDisposed && !widget.isDisposed) cell.layout.insertWidget(placeInCell, widget);
    });
    return bar;
  }
}
