import { html, nothing, render, type TemplateResult } from "lit-html";
import { forExport } from "../../kernel/figures/drawing/picture.js";
import type { VegaLiteSpec } from "../../kernel/figures/drawing/layers.js";
import { lightTheme, type Theme } from "../../kernel/figures/theme.js";
import { onThemeChange, pageTheme } from "../drawing/pageTheme.js";
import type { ViewHost } from "../host/viewHost.js";
import type { Selection } from "../selection/sharedSelection.js";
import { type DataTable, tableTemplate } from "./dataTable.js";
import { exportMenu } from "./exportMenu.js";
import { keepOwnKeys } from "./ownKeys.js";
import style from "./view.css";
import { language, onLanguageChange, spokenWith, worded } from "../../kernel/words/words.js";

/** State that every view keeps in addition to its own. */
export interface CommonState {
  readonly table?: boolean;
}

/**
 * A view on the page: a shadow root with a title, an export menu, a table alternative and the body that a subclass
 * draws. State is saved on each change and restored after scrolling and reloading.
 */
export abstract class View<Payload extends { readonly title?: string }, State extends object> {
  readonly #root: ShadowRoot;
  readonly #ends: (() => void)[] = [];
  #words = "";
  #drawnWidth = 0;
  protected state: State & CommonState;
  protected theme: Theme = lightTheme;
  protected width = 640;

  constructor(
    protected readonly element: HTMLElement,
    protected payload: Payload,
    protected readonly host: ViewHost,
  ) {
    this.#root = element.shadowRoot ?? element.attachShadow({ mode: "open" });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(style);
    this.#root.adoptedStyleSheets = [sheet];
    keepOwnKeys(this.#root);
    this.state = { ...this.initialState(payload), ...this.#savedState() };
  }

  /** Draws for the first time; called once, after the subclass is built. */
  start(): void {
    this.#takeTheme();
    this.width = this.#measure();
    const sizes = new ResizeObserver(() => this.#resized());
    sizes.observe(this.element);
    this.#ends.push(
      () => sizes.disconnect(),
      onThemeChange(() => {
        this.#takeTheme();
        this.draw();
      }),
      onLanguageChange(() => this.draw()),
      this.host.shared.onChange(() => this.draw()),
    );
    if (this.host.onMessage) this.#ends.push(this.host.onMessage((message) => this.heard(message)));
    this.opened();
    this.draw();
  }

  /** Switches to a newer payload of the same output. */
  update(payload: Payload): void {
    this.payload = payload;
    this.opened();
    this.draw();
  }

  dispose(): void {
    for (const end of this.#ends) end();
    this.host.shared.deselect(this);
    this.closed();
    render(nothing, this.#root);
  }

  protected abstract initialState(payload: Payload): State;
  /** The key under which state is saved; payloads of the same output give the same key. */
  protected abstract stateKey(payload: Payload): string;
  protected abstract defaultTitle(): string;
  protected abstract body(): TemplateResult;
  protected abstract table(): DataTable;
  /** The current drawing in a given theme, for export. */
  protected abstract exportSpec(theme: Theme): VegaLiteSpec;
  /** Lines below an exported picture. */
  protected captions(): readonly string[] {
    return [];
  }
  protected opened(): void {}
  protected closed(): void {}
  protected afterDraw(): void {}
  protected heard(_message: unknown): void {}

  /** Changes the state and redraws. */
  protected set(change: Partial<State & CommonState>): void {
    this.keep(change);
    this.draw();
  }

  /** Changes the state without redrawing. */
  protected keep(change: Partial<State & CommonState>): void {
    this.state = { ...this.state, ...change };
    this.host.saveState(this.stateKey(this.payload), this.state);
  }

  /** Announces something to screen readers, and visibly to everyone if it is not obvious. */
  protected say(words: string): void {
    this.#words = words;
    this.draw();
  }

  protected get title(): string {
    return this.payload.title ?? this.defaultTitle();
  }

  /** What another view has selected, if anything. */
  protected get foreignSelection(): Selection | null {
    const { selection } = this.host.shared;
    return selection && selection.source !== this ? selection : null;
  }

  protected find<E extends Element>(query: string): E | null {
    return this.#root.querySelector<E>(query);
  }

  protected draw(): void {
    this.#drawnWidth = this.width;
    render(
      html`<section class="view" aria-label=${this.title} lang=${language()} dir="auto">
        <header>
          <h2>${this.title}</h2>
          <div class="tools">
            <button
              type="button"
              aria-pressed=${this.state.table ? "true" : "false"}
              @click=${() => this.set({ table: !this.state.table } as Partial<State & CommonState>)}
            >
              ${worded("Table")}
            </button>
            ${exportMenu({
              fileName:
                this.title
                  .replace(/[^\p{L}\p{N}]+/gu, "-")
                  .replace(/^-|-$/g, "")
                  .slice(0, 60) || "view",
              spec: () => this.#exported(),
              table: () => spokenWith("en", {}, () => this.table()),
              say: (words) => this.say(words),
            })}
          </div>
        </header>
        ${this.body()} ${this.state.table ? tableTemplate(this.table()) : nothing}
        <p class="hidden" role="status">${this.#words}</p>
      </section>`,
      this.#root,
    );
    this.afterDraw();
  }

  #exported(): VegaLiteSpec {
    const theme = { ...this.theme, background: this.theme.paper };
    return forExport(this.exportSpec(theme), this.title, this.captions(), theme);
  }

  #takeTheme(): void {
    this.theme = pageTheme();
    const { style } = this.element;
    for (const name of ["paper", "plate", "ink", "faintInk", "line", "accent"] as const) {
      style.setProperty(`--${name}`, this.theme[name]);
    }
  }

  #measure(): number {
    return Math.max(240, Math.min(1600, Math.floor(this.element.clientWidth || 640)) - 4);
  }

  #resized(): void {
    const width = this.#measure();
    if (Math.abs(width - this.#drawnWidth) < 2) return;
    this.width = width;
    this.draw();
  }

  #savedState(): Partial<State> {
    const saved = this.host.loadState(this.stateKey(this.payload));
    return typeof saved === "object" && saved !== null && !Array.isArray(saved) ? saved : {};
  }
}
