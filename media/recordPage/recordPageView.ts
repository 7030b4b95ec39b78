import { html, nothing, render } from "lit-html";
import type { PageMessage, PageUpdate, RecordPage, ViewSource } from "../../kernel/contracts/recordPage.js";
import type { ViewHost } from "../host/viewHost.js";
import { notesTemplate } from "./notesForm.js";
import styles from "./page.css";
import { pageTemplate } from "./pageTemplate.js";
import { PlacedViews } from "./placedViews.js";

/** The page of a run, a study or a comparison, in an element; it follows what the extension sends. */
export class RecordPageView {
  readonly #views: PlacedViews;
  #page: RecordPage | undefined;
  #saved = false;

  /** @param post sends to the extension */
  constructor(
    private readonly element: HTMLElement,
    private readonly post: (message: PageMessage) => void,
    host: ViewHost,
  ) {
    this.#views = new PlacedViews(host);
  }

  receive(update: PageUpdate): void {
    if (update.type === "page") this.#page = update.page;
    this.#saved = update.type === "saved";
    this.#draw();
  }

  #draw(): void {
    const page = this.#page;
    if (!page) return;
    const notes = page.notes
      ? notesTemplate(page.notes, this.#saved, (typed) => this.post({ type: "notes", notes: typed }))
      : nothing;
    const act = (action: string) => this.post({ type: "action", action });
    render(
      html`<style>
          ${styles}
        </style>
        <main>${pageTemplate(page, notes, act)}</main>`,
      this.element,
    );
    const sources = page.sections.flatMap(({ parts }) =>
      parts.flatMap((part) => (part.part === "view" ? [part.source] : [])),
    );
    const places = [...this.element.querySelectorAll<HTMLElement>("div.view")];
    this.#views.show(
      new Map(sources.map((source, index): [HTMLElement, ViewSource] => [places[index], source])),
    );
  }
}
