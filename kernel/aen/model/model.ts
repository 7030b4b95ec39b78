import * as tf from "@tensorflow/tfjs-core";
import "../../engine/tensorflow.js";
import { dfewLabels, type LabelSet } from "../labels.js";
import type { MimeBundle } from "../views/mimeBundle.js";
import { displayMethod } from "../views/mimeBundle.js";
import type { ModelConfiguration } from "./configuration.js";
import type { BatchStatistics, ForwardContext } from "./forwardContext.js";
import { initialValues } from "./initialValues.js";
import { networkShape, toNetwork, toPublished } from "./layout.js";
import { decidesPseudoLabel, parameterList, type Parameter } from "./parameterList.js";
import { configurationOf, type ModelOptions, type PresetName } from "./presets.js";

/** Values of weights by name, in the published order; see {@link Parameter.shape}. */
export type Weights = ReadonlyMap<string, WeightValues>;

/** One array of weights, row-major. */
export interface WeightValues {
  readonly shape: readonly number[];
  readonly data: Float32Array;
}

/** The prefix of the frozen frame model's weights in a checkpoint. */
const frozenPrefix = "frozen.";

/**
 * tfjs wants names of variables that differ in the whole process, also from those of another copy of this module,
 * so the count is the process's.
 */
const modelCount: unique symbol = Symbol.for("aen.modelCount");
const counter = globalThis as { [modelCount]?: number };

function nextModelNumber(): number {
  return (counter[modelCount] = (counter[modelCount] ?? -1) + 1);
}

/** An AEN: its configuration, its label set and its weights. */
export class Model {
  /** All parameters, in the order of a checkpoint. */
  readonly parameters: readonly Parameter[];
  readonly #shapes: ReadonlyMap<string, readonly number[]>;
  readonly #variables: ReadonlyMap<string, tf.Variable>;
  #frozen: ReadonlyMap<string, tf.Variable> | null = null;
  readonly #number = nextModelNumber();

  /**
   * @param seed of the start weights
   * @param weights to start with instead, as in {@link setWeights}
   */
  constructor(
    readonly configuration: ModelConfiguration,
    readonly labels: LabelSet,
    readonly seed: number = 1,
    weights?: Weights,
  ) {
    this.parameters = parameterList(configuration, labels.emotions.length, labels.groups.length);
    this.#shapes = new Map(this.parameters.map(({ name, shape }) => [name, shape]));
    if (weights) this.#check(weights, false);
    const start = (parameter: Parameter) =>
      weights?.get(parameter.name)?.data ?? initialValues(parameter, seed);
    this.#variables = this.#create(this.parameters, "", start);
    if (weights && hasFrozenWeights(weights)) this.#setFrozen((name) => weights.get(frozenPrefix + name));
  }

  /** The weights as variables of tfjs, in the order of tfjs. */
  get variables(): ReadonlyMap<string, tf.Variable> {
    return this.#variables;
  }

  /** The weights of the frozen frame model, the source of pseudo labels; null until the bottom-up branch is pretrained. */
  get frozenVariables(): ReadonlyMap<string, tf.Variable> | null {
    return this.#frozen;
  }

  /** The number of trainable weights. */
  get size(): number {
    const trainable = this.parameters.filter((parameter) => parameter.trainable);
    return trainable.reduce((sum, { shape }) => sum + shape.reduce((a, b) => a * b, 1), 0);
  }

  /** What {@link forward} needs; `observe` and `onStatistics` as in {@link ForwardContext}. */
  context(options: Partial<Pick<ForwardContext, "training" | "observe" | "onStatistics">> = {}) {
    return contextOf(this.configuration, this.#variables, options);
  }

  /**
   * As {@link context}, for the frozen frame model, which stays in evaluation mode.
   * @throws Error when there is none yet
   */
  frozenContext(): ForwardContext {
    if (!this.#frozen) {
      throw new Error("This model has no frozen frame model yet: pretrain its bottom-up branch first.");
    }
    return contextOf(this.configuration, this.#frozen, {});
  }

  /** Makes the present bottom-up branch the frozen frame model. */
  freezeFrameModel(): void {
    const weights = this.weights();
    this.#setFrozen((name) => weights.get(name));
  }

  /** Copies of all weights in the published order, those of the frozen model under `frozen.`. */
  weights(): Map<string, WeightValues> {
    const own = [...this.#variables].map(([name, variable]) => this.#read(name, "", variable));
    const frozen = [...(this.#frozen ?? [])].map(([name, variable]) =>
      this.#read(name, frozenPrefix, variable),
    );
    return new Map([...own, ...frozen]);
  }

  /**
   * Takes over weights by name. With weights under `frozen.` the frozen frame model is replaced as well.
   * @param partial whether weights may be missing; they then stay as they are
   * @throws RangeError naming the first weight that is missing, unknown or of another shape; nothing is changed then
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

  /** A model of its own with the same weights. */
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
      `AEN: ${this.size.toLocaleString("en")} weights, clips of ${frames} frames of ${size} x ${size} pixels, ` +
      `backbone ${stageWidths.join("-")}, ${this.labels.emotions.length} emotions in ` +
      `${this.labels.groups.length} sentiment groups` +
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
      const unique = `model${this.#number}.${prefix}${name}`;
      const variable = tf.variable(tensor, parameter.trainable && prefix === "", unique);
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
 * A new network with random start weights.
 * @param options a preset's name or sizes and choices of one's own
 * @param settings `labels`: DFEW's seven emotions unless given; `seed` of the start weights
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
