import { html, nothing, render, type TemplateResult } from "lit-html";
import type { FrameLanguage } from "../../../kernel/contracts/payloads/exerciseCheck.js";
import type { ExerciseAction, ExerciseLine } from "../../../kernel/exercises/exerciseLine.js";
import { exerciseTexts } from "../../../kernel/exercises/exerciseTexts.js";
import { stateSigns } from "../../../kernel/figures/exerciseCheck/frameTexts.js";
import style from "./exercises.css";

/** The class of each place of a bar, whose keys are its own. */
export const barClass = "aen-exercise";

/** What its buttons do; an action's result is told in the bar. */
export interface BarActions {
  act(action: ExerciseAction): string;
  /** The text of the cell at which the bar stands. */
  answer(): string;
  restore(): void;
}

const signs = { ...stateSigns, "read by hand": "✎" } as const;

/** What stands below a cell of an exercise: its name, points and state, and buttons below the answer. */
export class ExerciseBar {
  readonly #root: ShadowRoot;
  #line: ExerciseLine | undefined;
  #told = "";
  /** The answer as it was handed out, for as long as it is told that Undo brings another one back. */
  #handedOut: string | undefined;

  constructor(
    readonly node: HTMLElement,
    private readonly language: FrameLanguage,
    private readonly actions: BarActions,
  ) {
    node.classList.add(barClass);
    this.#root = styledRoot(node);
    // A second click would open the text cell around the bar for editing.
    node.addEventListener("dblclick", (event) => event.stopPropagation());
  }

  /** What was told about another state of the exercise is gone, and what Undo does once it was done. */
  show(line: ExerciseLine): void {
    const isUndone = this.#handedOut !== undefined && this.#handedOut !== this.actions.answer();
    if (isUndone || line.exercise?.text !== this.#line?.exercise?.text) this.tell("");
    this.#line = line;
    this.#draw();
  }

  /** Says something about the exercise, to screen readers too; what was done decides how long it stays. */
  tell(words: string, done?: ExerciseAction): void {
    this.#told = words;
    this.#handedOut = done === "reset" ? this.actions.answer() : undefined;
    this.#draw();
  }

  #draw(): void {
    if (!this.#line) return;
    const { exercise, isChanged, actions } = this.#line;
    const label = exercise?.name ?? exerciseTexts[this.language].changed;
    render(
      html`<div class="bar" role="group" lang=${this.language} aria-label=${label}>
        ${isChanged ? this.#changed() : nothing}
        ${exercise ? this.#state(exercise, actions.length > 0) : nothing}
        ${actions.map((action) => this.#button(action))}
        <p class="told" role="status">${this.#told}</p>
      </div>`,
      this.#root,
    );
  }

  #changed(): TemplateResult {
    const texts = exerciseTexts[this.language];
    return html`<span class="state changed"><span aria-hidden="true">⚠</span> ${texts.changed}</span>
      <button type="button" @click=${() => this.actions.restore()}>${texts.restore}</button>`;
  }

  /** Read out when it changes, once for an exercise: where its buttons are. */
  #state({ text, state }: NonNullable<ExerciseLine["exercise"]>, isSpoken: boolean): TemplateResult {
    return html`<span class="state ${state.replaceAll(" ", "-")}" aria-live=${isSpoken ? "polite" : "off"}
      ><span aria-hidden="true">${signs[state]}</span> ${text}</span
    >`;
  }

  #button(action: ExerciseAction): TemplateResult {
    const act = () => this.tell(this.actions.act(action), action);
    return html`<button type="button" @click=${act}>${exerciseTexts[this.language][action]}</button>`;
  }
}

/** A shadow root in the look of bars and lines of lessons. */
export function styledRoot(node: HTMLElement): ShadowRoot {
  const root = node.attachShadow({ mode: "open" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  root.adoptedStyleSheets = [sheet];
  return root;
}
