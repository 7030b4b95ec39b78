import type * as TypeScript from "typescript";
import type { ProgramHost } from "./programHost.js";
import { ts } from "./typescript.js";

/** Our types whose values nothing changes once they are there; a model, for example, is changed by training. */
const steady = new Set([
  ...["Clip", "ClipSet", "TrainAndTest", "LabelSet", "LossTerm"],
  ...["Run", "CrossValidation", "Study", "Evaluation", "EvaluatedClip", "ResultsByGroup"],
  ...["ClipTimeline", "ClipOverview", "ConfusionDifference", "Calibration", "Predictions"],
]);

const primitive =
  ts.TypeFlags.StringLike |
  ts.TypeFlags.NumberLike |
  ts.TypeFlags.BigIntLike |
  ts.TypeFlags.BooleanLike |
  ts.TypeFlags.ESSymbolLike |
  ts.TypeFlags.VoidLike |
  ts.TypeFlags.Null |
  ts.TypeFlags.Never;

/** What is known of a type's values: nothing changes them, they are of a class of ours and something may, or nothing. */
export type Steadiness = "steady" | "ours" | "unknown";

/** Whether all values of a type are primitive, such as numbers: they have no inside. */
export function isPrimitive(type: TypeScript.Type): boolean {
  return partsOf(type).every(({ flags }) => (flags & primitive) !== 0);
}

/** @param host tells which declarations are ours */
export function steadiness(type: TypeScript.Type, host: ProgramHost): Steadiness {
  const kinds = partsOf(type)
    .filter((part) => !isPrimitive(part))
    .map((part) => kindOf(part, host));
  if (kinds.length > 0 && kinds.every((kind) => kind === "steady")) return "steady";
  return kinds.includes("ours") ? "ours" : "unknown";
}

function kindOf(type: TypeScript.Type, host: ProgramHost): Steadiness {
  const { symbol } = type;
  const file = symbol?.declarations?.[0]?.getSourceFile().fileName;
  if (file === undefined) return "unknown";
  if (symbol.flags & ts.SymbolFlags.ValueModule) return host.isStable(file) ? "steady" : "unknown";
  if (!host.isOurs(file)) return "unknown";
  if (steady.has(symbol.name)) return "steady";
  return symbol.flags & ts.SymbolFlags.Class ? "ours" : "unknown";
}

function partsOf(type: TypeScript.Type): readonly TypeScript.Type[] {
  return type.isUnion() ? type.types : [type];
}
