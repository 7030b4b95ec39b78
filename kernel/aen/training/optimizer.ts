import * as tf from "@tensorflow/tfjs-core";
import { weakVariable } from "../../engine/weakVariables.js";
import { ownPrefix } from "../model/variableNames.js";
import { assignParts, gathered, weightGroups } from "./gatheredWeights.js";

/** How gradients update the weights. */
export type OptimizerOptions =
  | {
      readonly kind: "sgd";
      readonly momentum?: number;
      /** Added to every gradient as decay·w (SPEC.md, section 4). */
      readonly weightDecay?: number;
      readonly nesterov?: boolean;
      /** Whether decay also applies to weights without a gradient; PyTorch skips them (quirk 11). */
      readonly decayWithoutGradient?: boolean;
    }
  | {
      /** Kingma and Ba 2015; "adamw" decouples weight decay from the gradient (Loshchilov and Hutter 2019). */
      readonly kind: "adam" | "adamw";
      readonly beta1?: number;
      readonly beta2?: number;
      readonly epsilon?: number;
      readonly weightDecay?: number;
    };

/** SGD with the published settings. */
export const publishedOptimizer: OptimizerOptions = { kind: "sgd", momentum: 0.9, weightDecay: 1e-4 };

/** The scalars that change from step to step; they are inputs of a compiled step. */
export interface StepScalars {
  readonly learningRate: number;
  /** 1/(1-beta1^t) and 1/(1-beta2^t) for Adam; 1 for SGD. */
  readonly firstCorrection: number;
  readonly secondCorrection: number;
}

/** An optimizer with its slots. Weights without a gradient are left alone, weight decay included (quirk 11). */
export class Optimizer {
  /** Slot variables by `momentum/weight`, `first/weight` and `second/weight`, each shaped like its weight. */
  readonly slots: ReadonlyMap<string, tf.Variable>;

  constructor(
    readonly options: OptimizerOptions,
    readonly variables: ReadonlyMap<string, tf.Variable>,
  ) {
    const kinds = options.kind === "sgd" ? ["momentum"] : ["first", "second"];
    const prefix = ownPrefix("optimizer");
    const entries = kinds.flatMap((kind) =>
      [...variables].map(([name, variable]) => {
        const slot = `${kind}/${name}`;
        return [slot, zeroVariable(variable.shape, `${prefix}.${slot}`)] as const;
      }),
    );
    this.slots = new Map(entries);
  }

  /** The scalars of step number `step`, counted from 1. */
  scalars(step: number, learningRate: number): StepScalars {
    if (this.options.kind === "sgd") return { learningRate, firstCorrection: 1, secondCorrection: 1 };
    const { beta1 = 0.9, beta2 = 0.999 } = this.options;
    return {
      learningRate,
      firstCorrection: 1 / (1 - beta1 ** step),
      secondCorrection: 1 / (1 - beta2 ** step),
    };
  }

  /** One update; call it inside a step. `gradients` by weight name; `scalars` as scalar tensors. */
  apply(gradients: ReadonlyMap<string, tf.Tensor>, scalars: Record<keyof StepScalars, tf.Tensor>): void {
    const given = new Map<string, tf.Tensor>();
    for (const [name, variable] of this.variables) {
      const gradient = gradients.get(name) ?? this.#absentGradient(variable);
      if (gradient) given.set(name, gradient);
    }
    const sizes = new Map([...given].map(([name, { size }]) => [name, size]));
    for (const names of weightGroups(sizes)) this.#update(names, given, scalars);
  }

  dispose(): void {
    for (const slot of this.slots.values()) slot.dispose();
  }

  #absentGradient(variable: tf.Variable): tf.Tensor | null {
    const { options } = this;
    return options.kind === "sgd" && options.decayWithoutGradient ? tf.zerosLike(variable) : null;
  }

  /** Updates some weights at once. */
  #update(
    names: readonly string[],
    gradients: ReadonlyMap<string, tf.Tensor>,
    scalars: Record<keyof StepScalars, tf.Tensor>,
  ): void {
    const { options } = this;
    const variables = names.map((name) => this.variables.get(name)!);
    const weight = gathered(variables);
    const gradient = gathered(names.map((name) => gradients.get(name)!));
    const slotsOf = (kind: string) => names.map((name) => this.slots.get(`${kind}/${name}`)!);
    const next =
      options.kind === "sgd"
        ? sgd(options, { weight, gradient, momentum: gathered(slotsOf("momentum")) }, scalars)
        : adam(
            options,
            { weight, gradient, first: gathered(slotsOf("first")), second: gathered(slotsOf("second")) },
            scalars,
          );
    for (const [kind, values] of Object.entries(next))
      assignParts(kind === "weight" ? variables : slotsOf(kind), values);
  }
}

type SgdOptions = Extract<OptimizerOptions, { kind: "sgd" }>;
type AdamOptions = Exclude<OptimizerOptions, { kind: "sgd" }>;
type Scalars = Record<keyof StepScalars, tf.Tensor>;

/** A weight with its gradient and slots, or with their next values: tensors of one shape. */
type Tensors<Names extends string> = Record<Names, tf.Tensor>;

function sgd(
  { momentum = 0, weightDecay = 0, nesterov = false }: SgdOptions,
  { weight, gradient, momentum: slot }: Tensors<"weight" | "gradient" | "momentum">,
  { learningRate }: Scalars,
): Tensors<"weight" | "momentum"> {
  const decayed = weightDecay > 0 ? tf.add(gradient, tf.mul(weight, weightDecay)) : gradient;
  const velocity = tf.add(tf.mul(slot, momentum), decayed);
  const direction = nesterov ? tf.add(decayed, tf.mul(velocity, momentum)) : velocity;
  return { momentum: velocity, weight: tf.sub(weight, tf.mul(direction, learningRate)) };
}

function adam(
  { kind, beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8, weightDecay = 0 }: AdamOptions,
  { weight, gradient, first, second }: Tensors<"weight" | "gradient" | "first" | "second">,
  { learningRate, firstCorrection, secondCorrection }: Scalars,
): Tensors<"weight" | "first" | "second"> {
  const coupled = kind === "adam" && weightDecay > 0;
  const g = coupled ? tf.add(gradient, tf.mul(weight, weightDecay)) : gradient;
  const newFirst = tf.add(tf.mul(first, beta1), tf.mul(g, 1 - beta1));
  const newSecond = tf.add(tf.mul(second, beta2), tf.mul(tf.square(g), 1 - beta2));
  const deviation = tf.add(tf.sqrt(tf.mul(newSecond, secondCorrection)), epsilon);
  const direction = tf.div(tf.mul(newFirst, firstCorrection), deviation);
  const apart = kind === "adamw" && weightDecay > 0;
  const whole = apart ? tf.add(direction, tf.mul(weight, weightDecay)) : direction;
  return { first: newFirst, second: newSecond, weight: tf.sub(weight, tf.mul(whole, learningRate)) };
}

function zeroVariable(shape: number[], name: string): tf.Variable {
  const zeros = tf.zeros(shape);
  const variable = weakVariable(zeros, false, name);
  zeros.dispose();
  return variable;
}
