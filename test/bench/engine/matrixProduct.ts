import * as tf from "@tensorflow/tfjs-core";
import { compile } from "../../../kernel/engine/compile.js";
import type { CompileOptions } from "../../../kernel/engine/contract.js";
import { filled } from "./compiledSeconds.js";

const side = 2048;

/** Floating-point operations of {@link matrixProduct}. */
export const productFlop = 2 * side ** 3;

/** A product of two large matrices: as fast as the machine's arithmetic gets in ONNX Runtime, the peak that shares refer to. */
export function matrixProduct(options: Partial<CompileOptions>) {
  const step = compile(({ a, b }) => ({ y: tf.sum(tf.matMul(a as tf.Tensor2D, b as tf.Tensor2D)) }), options);
  const inputs = { a: filled([side, side]), b: filled([side, side]) };
  return { run: () => step.run(inputs), close: () => step.dispose() };
}
