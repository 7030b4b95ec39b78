import { html, render } from "lit-html";
import type { ViewSource } from "../../kernel/contracts/recordPage.js";
import type { ViewHost } from "../host/viewHost.js";
import { type MountedView, mountView } from "../mountView.js";
import { differencePayload } from "./viewPayload.js";

type Difference = Extract<ViewSource, { draws: "confusion-difference" }>;

/** The confusions of one run minus those of another; of more than two, both can be chosen. */
export class DifferenceChoice {
  readonly #choice = document.createElement("p");
  readonly #place = document.createElement("div");
  #view: Promise<MountedView> | undefined;
  #source: Difference | undefined;
  #chosen = { of: 1, minus: 0 };

  constructor(
    element: HTMLElement,
    private readonly host: ViewHost,
  ) {
    element.replaceChildren(this.#choice, this.#place);
  }

  show(source: Difference): void {
    this.#source = source;
    this.#draw();
  }

  dispose(): void {
    void this.#view?.then((view) => view.dispose());
  }

  #draw(): void {
    const { runs, words, labels } = this.#source!;
    this.#choice.hidden = runs.length < 3;
    render(html`${this.#select("of", words.of)} ${this.#select("minus", words.minus)}`, this.#choice);
    const { mimeType, payload } = differencePayload(labels, runs[this.#chosen.minus], runs[this.#chosen.of]);
    if (this.#view) void this.#view.then((view) => view.update(payload));
    else this.#view = mountView(this.#place, mimeType, payload, this.host);
  }

  #select(which: "of" | "minus", label: string) {
    const choose = (event: Event) => {
      this.#chosen = { ...this.#chosen, [which]: (event.target as HTMLSelectElement).selectedIndex };
      this.#draw();
    };
    const options = this.#source!.runs.map(
      ({ name }, index) => html`<option ?selected=${index === this.#chosen[which]}>${name}</option>`,
    );
    return html`<label
      >${label}
      <select @change=${choose}>
        ${options}
      </select></label
    >`;
  }
}
