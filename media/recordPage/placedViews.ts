import { messageOf } from "../../kernel/contracts/messageOf.js";
import type { ViewSource } from "../../kernel/contracts/recordPage.js";
import type { ViewHost } from "../host/viewHost.js";
import { type MountedView, mountView } from "../mountView.js";
import { DifferenceChoice } from "./differenceChoice.js";
import { RunCurves } from "./runCurves.js";
import { viewPayload } from "./viewPayload.js";
import { worded } from "../../kernel/words/words.js";

/** A view in its place, which goes on with newer data. */
interface Placed {
  show(source: ViewSource): void;
  dispose(): void;
}

/** The views of the page, each in an element that stays the same when the page is shown anew. */
export class PlacedViews {
  readonly #placed = new Map<HTMLElement, Placed>();

  constructor(private readonly host: ViewHost) {}

  /** Shows every view in its element; what is no longer among them ends. */
  show(views: ReadonlyMap<HTMLElement, ViewSource>): void {
    for (const [element, placed] of this.#placed) {
      if (views.has(element)) continue;
      placed.dispose();
      this.#placed.delete(element);
    }
    for (const [element, source] of views) {
      try {
        const placed = this.#placed.get(element) ?? this.#place(element, source);
        this.#placed.set(element, placed);
        placed.show(source);
      } catch (error) {
        element.textContent = worded(
          "This view cannot be drawn: {0}. The record is damaged.",
          messageOf(error),
        );
      }
    }
  }

  #place(element: HTMLElement, { draws: view }: ViewSource): Placed {
    if (view === "run-curves") return new RunCurves(element) as Placed;
    if (view === "confusion-difference") return new DifferenceChoice(element, this.host) as Placed;
    return new NotebookView(element, this.host);
  }
}

/** A view as in notebooks. */
class NotebookView implements Placed {
  #view: Promise<MountedView> | undefined;
  #shown = "";

  constructor(
    private readonly element: HTMLElement,
    private readonly host: ViewHost,
  ) {}

  show(source: ViewSource): void {
    const { mimeType, payload } = viewPayload(source as Parameters<typeof viewPayload>[0]);
    const wanted = JSON.stringify(payload);
    if (wanted === this.#shown) return;
    this.#shown = wanted;
    if (this.#view) void this.#view.then((view) => view.update(payload));
    else this.#view = mountView(this.element, mimeType, payload, this.host);
  }

  dispose(): void {
    void this.#view?.then((view) => view.dispose());
  }
}
