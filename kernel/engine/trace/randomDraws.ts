import * as tf from "@tensorflow/tfjs-core";
import { add, multiply } from "../ir/elementwise.js";
import { sizeOf, type Graph, type TypedArray, type Value } from "../ir/graph.js";
import { TraceError } from "./traceError.js";

export type Distribution = "uniform" | "normal" | "truncatedNormal";

/** Random numbers that are redrawn for each run of a step, as an input of the graph. */
export interface Draw {
  readonly input: string;
  readonly distribution: Distribution;
  readonly shape: readonly number[];
}

const makers: Readonly<
  Record<string, { distribution: Distribution; standard: (shape: number[], seed: number) => tf.Tensor }>
> = {
  randomUniform: {
    distribution: "uniform",
    standard: (shape, seed) => tf.randomUniform(shape, 0, 1, "float32", seed),
  },
  randomNormal: {
    distribution: "normal",
    standard: (shape, seed) => tf.randomNormal(shape, 0, 1, "float32", seed),
  },
  truncatedNormal: {
    distribution: "truncatedNormal",
    standard: (shape, seed) => tf.truncatedNormal(shape, 0, 1, "float32", seed),
  },
};

/**
 * Finds the random tensors of a step. tfjs generates them in JavaScript, seeded by `Math.random()` unless the user
 * gave a seed, and passes the numbers to the backend. While a step is traced, `Math.random()` returns known seeds, so
 * we can recognise the numbers, infer their mean and spread, and replace them with an input of the graph.
 * Tensors with their own seed stay constants, as they are in eager mode.
 */
export class RandomDraws {
  readonly draws: Draw[] = [];
  #pending: number[] = [];
  #lines = new Map<number, TraceError>();
  #standard: TypedArray | undefined;
  #capturing = false;

  /** Replaces `Math.random` while a step is traced. */
  readonly random = (): number => {
    const seed = 0.1 + (this.#lines.size + 1) * 1e-6;
    this.#pending.push(seed);
    this.#lines.set(seed, TraceError.here(frozenMessage));
    return seed;
  };

  /** Marks a traced seed as used elsewhere, e.g. as a kernel attribute; false if it was not handed out here. */
  use(seed: number): boolean {
    const at = this.#pending.indexOf(seed);
    if (at >= 0) this.#pending.splice(at, 1);
    return at >= 0;
  }

  /** A graph input that replaces numbers that tfjs has just drawn; undefined for any other numbers. */
  recognise(graph: Graph, data: TypedArray, shape: readonly number[], dtype: string): Value | undefined {
    if (this.#capturing) {
      this.#standard = data.slice();
      return undefined;
    }
    const maker = makers[scopeName()];
    if (!maker || this.#pending.length === 0 || data.length === 0) return undefined;
    const seed = this.#pending.pop()!;
    const standard = this.#capture(() => maker.standard([...shape], seed));
    if (dtype !== "float32") throw TraceError.here(integerMessage);
    const { scale, offset } = fit(standard, data);
    return add(multiply(this.draw(graph, maker.distribution, shape), scale), offset);
  }

  /** A new graph input for random numbers. */
  draw(graph: Graph, distribution: Distribution, shape: readonly number[]): Value {
    const input = `random/${this.draws.length}`;
    this.draws.push({ input, distribution, shape });
    return graph.input(input, "float32", shape);
  }

  /** Throws if the step used numbers from `Math.random()` that would be the same in every run. */
  check(): void {
    if (this.#pending.length > 0) throw this.#lines.get(this.#pending[0])!;
  }

  #capture(make: () => tf.Tensor): TypedArray {
    this.#capturing = true;
    try {
      make().dispose();
    } finally {
      this.#capturing = false;
    }
    return this.#standard!;
  }
}

const frozenMessage =
  "Math.random() in a compiled step would give the same number in every run. " +
  "Use tf.randomUniform or tf.randomNormal, or pass the number as an input.";

const integerMessage =
  "Random integers cannot be compiled. Use tf.floor(tf.randomUniform(...)) and cast the result.";

function scopeName(): string {
  const { state } = tf.engine() as unknown as { state: { activeScope: { name: string } | null } };
  return (state.activeScope?.name ?? "").replace(/__op$/, "");
}

/** The scale and offset that turn standard draws into the given ones. */
function fit(standard: TypedArray, drawn: TypedArray): { scale: number; offset: number } {
  let [low, high] = [0, 0];
  for (let i = 1; i < standard.length; i++) {
    if (standard[i] < standard[low]) low = i;
    if (standard[i] > standard[high]) high = i;
  }
  const spread = Number(standard[high]) - Number(standard[low]);
  if (spread === 0) {
    if (Math.abs(Number(drawn[0]) - Number(standard[0])) > 1e-6) {
      throw TraceError.here(
        "A single random number must be drawn from the standard range; scale it afterwards.",
      );
    }
    return { scale: 1, offset: 0 };
  }
  const scale = rounded((Number(drawn[high]) - Number(drawn[low])) / spread);
  return { scale, offset: rounded(Number(drawn[low]) - scale * Number(standard[low])) };
}

/** Numbers written by hand have few digits; this removes float32 rounding noise. */
function rounded(value: number): number {
  const short = Number(value.toPrecision(5));
  return Math.abs(short - value) <= 1e-6 * Math.max(1, Math.abs(value)) ? short : value;
}

export function drawCount(draw: Draw): number {
  return sizeOf(draw.shape);
}
