import { html, type TemplateResult } from "lit-html";
import { stateLine, termNames } from "../../kernel/figures/compute/training.js";
import { percent, shortFigure } from "../../kernel/figures/drawing/labelText.js";
import type { VegaLiteSpec } from "../../kernel/figures/drawing/layers.js";
import type { TrainingBoardPayload } from "../../kernel/contracts/payloads/trainingBoard.js";
import type { Theme } from "../../kernel/figures/theme.js";
import { trainingSpec } from "../../kernel/figures/trainingBoard/trainingSpec.js";
import { validationSentiment } from "../../kernel/figures/trainingBoard/validationScores.js";
import { VegaDrawing } from "../drawing/vegaDrawing.js";
import type { DataTable } from "../view/dataTable.js";
import { meaningsOf } from "../view/meanings.js";
import { RunControls } from "../view/runControls.js";
import { View } from "../view/view.js";
import { stateKey } from "../host/stateKey.js";
import { worded } from "../../kernel/words/words.js";

interface BoardState {
  readonly stacked: boolean;
}

/** The board of a training run; a newer payload of the same run extends its lines. */
export class TrainingBoardView extends View<TrainingBoardPayload, BoardState> {
  readonly #drawing = new VegaDrawing();
  readonly #controls = new RunControls(this.host, (words) => this.say(words));

  protected initialState(): BoardState {
    return { stacked: false };
  }

  protected stateKey({ run }: TrainingBoardPayload): string {
    return stateKey("training", run);
  }

  protected defaultTitle(): string {
    return worded("Training");
  }

  protected override opened(): void {
    this.#controls.follow(this.payload.run, this.payload.state);
  }

  protected override heard(message: unknown): void {
    if (this.#controls.heard(message)) this.draw();
  }

  protected override closed(): void {
    this.#drawing.dispose();
  }

  protected body(): TemplateResult {
    void this.#drawing.show(this.#spec(this.theme, this.width));
    const { isInterrupted, buttons, resumption } = this.#controls;
    return html`<p>${isInterrupted ? interruption(this.payload) : stateLine(this.payload)}</p>
      ${buttons} ${resumption}
      <div class="controls" role="group" aria-label=${worded("Loss terms")}>
        ${this.#choice(worded("separate"), false)} ${this.#choice(worded("stacked"), true)}
      </div>
      ${this.#drawing.element} ${meaningsOf(["UAR", "WAR", "own head", "epoch", "term", "learning rate"])}`;
  }

  #choice(words: string, stacked: boolean): TemplateResult {
    const pressed = this.state.stacked === stacked ? "true" : "false";
    return html`<button type="button" aria-pressed=${pressed} @click=${() => this.set({ stacked })}>
      ${words}
    </button>`;
  }

  #spec(theme: Theme, width: number): VegaLiteSpec {
    return trainingSpec({
      payload: this.payload,
      stacked: this.state.stacked,
      width,
      theme,
    });
  }

  protected table(): DataTable {
    const terms = termNames(this.payload);
    const { validation } = this.payload;
    const lastStepOf = (epoch: number) =>
      this.payload.steps.filter((step) => step.epoch <= epoch + 1e-9).at(-1);
    return {
      caption: worded("Validation and loss terms at the end of each epoch"),
      shown: (value, column) =>
        column === 0 ? String(value) : column <= 6 ? `${percent(value, 1)} %` : shortFigure(value),
      columns: [
        ...[worded("epoch"), "UAR", "WAR", worded("sentiment UAR"), worded("sentiment WAR")],
        ...[worded("group UAR"), worded("group WAR")],
        ...[...terms, worded("total"), worded("learning rate")],
      ],
      rows: validation.map((one) => {
        const step = lastStepOf(one.epoch);
        return [
          one.epoch,
          one.uar,
          one.war,
          ...Object.values(validationSentiment(one)),
          ...terms.map((term) => step?.terms[term] ?? null),
          step?.total ?? null,
          step?.learningRate ?? null,
        ];
      }),
    };
  }

  protected exportSpec(theme: Theme): VegaLiteSpec {
    return this.#spec(theme, 900);
  }
}

function interruption({ epoch, epochs }: TrainingBoardPayload): string {
  return worded("interrupted at epoch {0} of {1} · no kernel trains this run any more", epoch, epochs);
}
