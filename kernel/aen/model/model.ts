import * as tf from "@tensorflow/tfjs-core";
import "../../engine/tensorflow.js";
import { weakVariable } from "../../engine/weakVariables.js";
import { dfewLabels, type LabelSet } from "../labels.js";
import { type MimeBundle, displayMethod } from "../../contracts/mimeBundle.js";
import { ModelCard } from "./card/modelCard.js";
import { clipModelOf } from "./clipModel.js";
import type { ModelConfiguration } from "./configuration.js";
import type { BatchStatistics, ForwardContext } from "./forwardContext.js";
import { initialValues } from "./initialValues.js";
import { networkShape, toNetwork, toPublished } from "./layout.js";
import { decidesPseudoLabel, parameterList, type Parameter } from "./parameterList.js";
import { requireSeed } from "../../random/requireSeed.js";
import { configurationOf, type ModelOptions, type PresetName } from "./presets.js";
import { ownPrefix } from "./variableNames.js";

/** Values of weights by name, in the published order; see {@link Parameter.shape}. */
export type Weights = ReadonlyMap<string, WeightValues>;

/** One array of weights, row-major. */
export interface WeightValues {
  readonly shape: readonly number[];
  readonly data: Float32Array;
}

/** The prefix of the frozen frame model's weights in a checkpoint. */
const frozenPrefix = "frozen.";

/** An AEN model, or a baseline: its configuration, label set and weights. */
export class Model {
  /** All parameters, in checkpoint order. */
  readonly parameters: readonly Parameter[];
  readonly #shapes: ReadonlyMap<string, readonly number[]>;
  readonly #variables: ReadonlyMap<string, tf.Variable>;
  #frozen: ReadonlyMap<string, tf.Variable> | null = null;
  readonly #prefix = ownPrefix("model");

  /**
   * @param seed of the initial weights
   * @param weights to start from instead, as in {@link setWeights}
   * @throws RangeError for a seed that is not finite
   */
  constructor(
    readonly configuration: ModelConfiguration,
    readonly labels: LabelSet,
    readonly seed: number = 1,
    weights?: Weights,
  ) {
    requireSeed(seed);
    this.parameters = parameterList(configuration, labels.emotions.length, labels.groups.length);
    this.#shapes = new Map(this.parameters.map(({ name, shape }) => [name, shape]));
    if (weights) this.#check(weights, false);
    const start = (parameter: Parameter) =>
      weights?.get(parameter.name)?.data ?? initialValues(parameter, seed);
    this.#variables = this.#create(this.parameters, "", start);
    if (weights && hasFrozenWeights(weights)) this.#setFrozen((name) => weights.get(frozenPrefix + name));
  }

  /** The weights as tfjs variables, in tfjs order. */
  get variables(): ReadonlyMap<string, tf.Variable> {
    return this.#variables;
  }

  /** The frozen frame model's weights, which make pseudo labels; null until the bottom-up branch is pretrained. */
  get frozenVariables(): ReadonlyMap<string, tf.Variable> | null {
    return this.#frozen;
  }

  /** The number of trainable weights. */
  get size(): number {
    const trainable = this.parameters.filter((parameter) => parameter.trainable);
    return trainable.reduce((sum, { shape }) => sum + shape.reduce((a, b) => a * b, 1), 0);
  }

  /** "AEN", or which baseline it is. */
  get title(): string {
    return clipModelOf(this.configuration).title;
  }

  /**
   * The model card: configuration, parameters, multiply-adds, intended use. `run.card()` says what it learnt from, too;
   * `await model.card().withLatency()` measures its speed here.
   */
  card(): ModelCard {
    return new ModelCard(this);
  }

  /** What `forward` needs; `observe` and `onStatistics` as in {@link ForwardContext}. */
  context(options: Partial<Pick<ForwardContext, "training" | "observe" | "onStatistics">> = {}) {
    return contextOf(this.configuration, this.#variables, options);
  }

  /**
   * Like {@link context}, for the frozen frame model, which stays in evaluation mode.
   * @throws Error when there is none yet
   */
  frozenContext(): ForwardContext {
    if (!this.#frozen) {
      throw new Error("This model has no frozen frame model yet: pretrain its bottom-up branch first.");
    }
    return contextOf(this.configuration, this.#frozen, {});
  }

  /** Freezes a copy of the current bottom-up branch as the frame model. */
  freezeFrameModel(): void {
    const weights = this.weights();
    this.#setFrozen((name) => weights.get(name));
  }

  /** Copies of all weights in the published order; those of the frozen model are under `frozen.`. */
  weights(): Map<string, WeightValues> {
    const own = [...this.#variables].map(([name, variable]) => this.#read(name, "", variable));
    const frozen = [...(this.#frozen ?? [])].map(([name, variable]) =>
      this.#read(name, frozenPrefix, variable),
    );
    return new Map([...own, ...frozen]);
  }

  /**
   * Sets weights by name. If any are under `frozen.`, the frozen frame model is replaced too.
   * @param partial whether weights may be missing; missing ones stay unchanged
   * @throws RangeError naming the first weight that is missing, unknown or of another shape; nothing is then changed
   */
  setWeights(weights: Weights, { partial = false } = {}): void {
    this.#check(weights, partial);
    for (const parameter of this.parameters) {
      const given = weights.get(parameter.name);
      const variable = this.#variables.get(parameter.name);
      if (given && variable) assign(variable, toNetwork(given.data, parameter.shape));
    }
    if (hasFrozenWeights(weights)) this.#setFrozen((name) => weights.get(frozenPrefix + name));
  }

  /** An independent copy with the same weights. */
  copy(): Model {
    return new Model(this.configuration, this.labels, this.seed, this.weights());
  }

  /** Frees the memory of the weights. */
  dispose(): void {
    for (const variable of [...this.#variables.values(), ...(this.#frozen?.values() ?? [])]) {
      variable.dispose();
    }
    this.#frozen = null;
  }

  toString(): string {
    const { size, frames, stageWidths } = this.configuration;
    return (
      `${this.title}: ${this.size.toLocaleString("en")} weights, clips of ${frames} frames of ${size} x ${size} pixels, ` +
      `bottom-up branch ${stageWidths.join("-")}, ${this.labels.emotions.length} emotions in ` +
      `${this.labels.groups.length} sentiment groups` +
      (clipModelOf(this.configuration).hasTopDownHeads ? "" : ", no head for sentiment") +
      (this.#frozen ? ", with a frozen frame model" : "")
    );
  }

  [displayMethod](): MimeBundle {
    return { "text/plain": this.toString() };
  }

  #create(parameters: readonly Parameter[], prefix: string, values: (parameter: Parameter) => Float32Array) {
    const entries = parameters.map((parameter) => {
      const { name, shape } = parameter;
      const tensor = tf.tensor(toNetwork(values(parameter), shape), networkShape(shape), "float32");
      const unique = `${this.#prefix}.${prefix}${name}`;
      const variable = weakVariable(tensor, parameter.trainable && prefix === "", unique);
      tensor.dispose();
      return [name, variable] as const;
    });
    return new Map(entries);
  }

  #setFrozen(find: (name: string) => WeightValues | undefined): void {
    const needed = this.parameters.filter(({ name }) => decidesPseudoLabel(name));
    if (!this.#frozen) {
      this.#frozen = this.#create(needed, frozenPrefix, ({ name }) => find(name)!.data);
      return;
    }
    for (const { name, shape } of needed) {
      assign(this.#frozen.get(name)!, toNetwork(find(name)!.data, shape));
    }
  }

  #read(name: string, prefix: string, variable: tf.Variable): [string, WeightValues] {
    const shape = this.#shapes.get(name)!;
    return [prefix + name, { shape, data: toPublished(variable.dataSync() as Float32Array, shape) }];
  }

  #check(weights: Weights, partial: boolean): void {
    const hasFrozen = hasFrozenWeights(weights);
    const frozen = this.parameters.filter(({ name }) => hasFrozen && decidesPseudoLabel(name));
    const expected = new Map([
      ...this.parameters.map(({ name, shape }) => [name, shape] as const),
      ...frozen.map(({ name, shape }) => [frozenPrefix + name, shape] as const),
    ]);
    for (const [name, shape] of expected) {
      const given = weights.get(name);
      if (!given && (!partial || name.startsWith(frozenPrefix))) {
        throw new RangeError(`The weights lack "${name}" of shape [${shape.join(", ")}].`);
      }
      if (given && given.shape.join() !== shape.join()) {
        throw new RangeError(
          `The weight "${name}" has shape [${given.shape.join(", ")}], this model needs [${shape.join(", ")}].`,
        );
      }
    }
    const unknown = [...weights.keys()].find((name) => !expected.has(name) && !name.startsWith(frozenPrefix));
    if (unknown) throw new RangeError(`This model has no weight "${unknown}".`);
  }
}

/**
 * A new network with random initial weights.
 * @param options a preset's name, or custom sizes and choices
 * @param settings `labels`: DFEW's seven emotions by default; `seed` of the initial weights
 * @throws RangeError for sizes that do not fit
 */
export function model(
  options: PresetName | ModelOptions = "recommended",
  { labels = dfewLabels, seed = 1 }: { labels?: LabelSet; seed?: number } = {},
): Model {
  return new Model(configurationOf(options), labels, seed);
}

function contextOf(
  configuration: ModelConfiguration,
  variables: ReadonlyMap<string, tf.Variable>,
  options: { training?: boolean; observe?: ForwardContext["observe"]; onStatistics?: StatisticsListener },
): ForwardContext {
  const parameter = (name: string) => {
    const variable = variables.get(name);
    if (!variable) throw new Error(`This model has no weight "${name}".`);
    return variable;
  };
  return { configuration, training: false, ...options, parameter };
}

function hasFrozenWeights(weights: Weights): boolean {
  return [...weights.keys()].some((name) => name.startsWith(frozenPrefix));
}

type StatisticsListener = (name: string, statistics: BatchStatistics) => void;

function assign(variable: tf.Variable, values: Float32Array): void {
  tf.tidy(() => variable.assign(tf.tensor(values, variable.shape, "float32")));
}
