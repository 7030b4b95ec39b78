import { countMultiplyAdds } from "../../../engine/countMultiplyAdds.js";
import { Card } from "./card.js";
import type { CardedModel } from "./cardedModel.js";
import { cardText } from "./cardText.js";
import { clipInference } from "./clipInference.js";
import { type Latency, type LatencyOptions, measureLatency } from "./latency.js";
import { parameterCounts, type ParameterCounts } from "./parameterCounts.js";
import type { RunFacts } from "./runFacts.js";

/**
 * A model card (Mitchell et al. 2019, "Model Cards for Model Reporting"): what a model is, what it costs, what it learnt
 * from, and what it is for. It shows the model as it was when the card was made. Displays as Markdown.
 */
export class ModelCard extends Card {
  readonly parameters: ParameterCounts;
  /** Weights of the frozen frame model, which makes pseudo labels in training; 0 without one. */
  readonly frozenParameters: number;
  /**
   * Of one clip's inference, counted in its graph: matrix products and convolutions, padding included; without the
   * operations on single elements. 1 multiply-add is 2 FLOPs.
   */
  readonly multiplyAdds: number;
  readonly #model: CardedModel;
  readonly #text: string;

  /**
   * @param run what is known of the run that the model comes from; null for a model alone
   * @param latency measured beforehand
   */
  constructor(
    model: CardedModel,
    readonly run: RunFacts | null = null,
    readonly latency: Latency | null = null,
  ) {
    super();
    this.#model = model;
    this.parameters = parameterCounts(model.parameters);
    const frozen = [...(model.frozenVariables?.values() ?? [])];
    this.frozenParameters = frozen.reduce((sum, { size }) => sum + size, 0);
    const { step, frames, state } = clipInference(model);
    this.multiplyAdds = countMultiplyAdds(step, { frames }, state);
    this.#text = cardText(model, this);
  }

  /** Memory of the weights in MB (1 000 000 bytes), 4 bytes each; with the frozen frame model, if there is one. */
  get megabytes(): number {
    return (4 * (this.parameters.total + this.frozenParameters)) / 1e6;
  }

  /**
   * The same card with the time that one clip takes on this machine.
   * @throws RangeError if `runs` is not a positive integer; the signal's reason when it is stopped
   * @example await run.card().withLatency({ threads: 1 })
   */
  async withLatency(options: LatencyOptions = {}): Promise<ModelCard> {
    const { device = this.run?.device, threads = this.run?.threads, ...rest } = options;
    const latency = await measureLatency(this.#model, { ...rest, device, threads });
    return new ModelCard(this.#model, this.run, latency);
  }

  override toString(): string {
    return this.#text;
  }
}
