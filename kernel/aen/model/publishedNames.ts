import type { WeightValues, Weights } from "./model.js";

/** Name prefixes in the authors' checkpoints and ours; the first match wins. */
const beginnings: readonly (readonly [RegExp, string])[] = [
  [/^s_former\.conv1\./, "spatial.stem.conv."],
  [/^s_former\.bn1\./, "spatial.stem.norm."],
  [/^s_former\.layer(\d)\.(\d+)\.downsample\.0\./, "spatial.stage$1.block$2.shortcut.conv."],
  [/^s_former\.layer(\d)\.(\d+)\.downsample\.1\./, "spatial.stage$1.block$2.shortcut.norm."],
  [/^s_former\.layer(\d)\.(\d+)\.conv(\d)\./, "spatial.stage$1.block$2.conv$3."],
  [/^s_former\.layer(\d)\.(\d+)\.bn(\d)\./, "spatial.stage$1.block$2.norm$3."],
  [/^s_former\.conv_sp(\d)_1\./, "spatial.tap$1.project."],
  [/^s_former\.conv_sp(\d)_2\./, "spatial.tap$1.reduce."],
  [/^fc0_0\./, "fusion.lift."],
  [/^fc0_1\./, "fusion.queryLow."],
  [/^fc2_3\./, "fusion.queryHigh."],
  [/^fc0_1_o\./, "fusion.outLow."],
  [/^fc2_3_o\./, "fusion.outHigh."],
  [/^fc0\./, "head.clip."],
  [/^fc1\./, "head.group."],
  [/^fc3\./, "head.emotion."],
  [/^fc2D\./, "head.frame."],
];

const layerParts: Readonly<Record<string, string>> = {
  "0.fn.norm": "attention.norm",
  "0.fn.fn.to_qkv": "attention.qkv",
  "0.fn.fn.to_out.0": "attention.out",
  "1.fn.norm": "feedForward.norm",
  "1.fn.fn.net.0": "feedForward.expand",
  "1.fn.fn.net.3": "feedForward.contract",
};

/** Our name for a weight in the authors' checkpoint; null for one that the network does not use. */
export function ownName(published: string): string | null {
  return withOwnEnding(spatialOrHead(published) ?? temporal(published));
}

/** Our weights from the tensors of the authors' checkpoint; unused tensors are dropped. */
export function fromPublishedNames(tensors: Weights): Map<string, WeightValues> {
  const named = [...tensors].map(([name, values]) => [ownName(name), values] as const);
  return new Map(named.filter((entry): entry is [string, WeightValues] => entry[0] !== null));
}

function spatialOrHead(name: string): string | null {
  const rule = beginnings.find(([pattern]) => pattern.test(name));
  return rule ? name.replace(rule[0], rule[1]) : null;
}

function temporal(name: string): string | null {
  const start = /^t_former\.(cls_token|pos_embedding)([123]?)$/.exec(name);
  if (start) return `temporal.level${start[2] || 0}.${start[1] === "cls_token" ? "classToken" : "position"}`;
  const layer = /^t_former\.spatial_transformer([123]?)\.layers\.(\d+)\.(.+)\.(\w+)$/.exec(name);
  const part = layer && layerParts[layer[3]];
  return part ? `temporal.level${layer[1] || 0}.layer${layer[2]}.${part}.${layer[4]}` : null;
}

const normEndings: Readonly<Record<string, string>> = {
  weight: "gamma",
  bias: "beta",
  running_mean: "runningMean",
  running_var: "runningVar",
};

function withOwnEnding(name: string | null): string | null {
  if (name === null || name.endsWith(".num_batches_tracked")) return null;
  return name.replace(
    /(\.norm\d?)\.(\w+)$/,
    (_, norm: string, ending: string) => `${norm}.${normEndings[ending]}`,
  );
}
