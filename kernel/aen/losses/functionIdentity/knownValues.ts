import * as tf from "@tensorflow/tfjs-core";
import { lossTerms } from "../lossTerms.js";

const holders = { Math, Object, Array, Number, JSON, String } as const;

/** The name of a value that is the same in every process (`tf`, `aen`, a function such as `Math.sqrt`); else null. */
export function knownName(value: unknown): string | null {
  if ((typeof value !== "object" && typeof value !== "function") || value === null) return null;
  const members = value as { matMul?: unknown; lossTerms?: unknown };
  if (members.matMul === tf.matMul) return "tf";
  if (members.lossTerms === lossTerms) return "aen";
  for (const [holder, object] of Object.entries(holders)) {
    if (value === object) return holder;
    const member = Object.getOwnPropertyNames(object).find(
      (name) => (object as unknown as Record<string, unknown>)[name] === value,
    );
    if (member) return `${holder}.${member}`;
  }
  return null;
}
