import { compile } from "../../../kernel/engine/compile.js";
import type { ArrayValue, Step } from "../../../kernel/engine/contract.js";
import { median } from "./peers.js";

/** The median of nine runs of a compiled step, after two. */
export async function secondsOf(step: Step, inputs: Record<string, ArrayValue>): Promise<number> {
  const compiled = compile(step, { device: "cpu" });
  const walls: number[] = [];
  for (let run = -2; run < 9; run++) {
    const start = performance.now();
    await compiled.run(inputs);
    if (run >= 0) walls.push((performance.now() - start) / 1000);
  }
  await compiled.dispose();
  return median(walls);
}

export function filled(shape: readonly number[]): ArrayValue {
  const size = shape.reduce((a, b) => a * b, 1);
  return { data: Float32Array.from({ length: size }, (_, i) => Math.sin(i)), shape, dtype: "float32" };
}
