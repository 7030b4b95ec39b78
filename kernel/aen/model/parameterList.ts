import { clipModelOf } from "./clipModel.js";
import { levelWidth, levelsOf, semanticSize, type ModelConfiguration } from "./configuration.js";

/** How a parameter is initialised (SPEC.md, section 1.5). */
export type Initialisation =
  | { readonly law: "constant"; readonly value: number }
  | { readonly law: "normal"; readonly deviation: number }
  | { readonly law: "uniform"; readonly limit: number };

/** One array of weights. */
export interface Parameter {
  /** Dotted path, e.g. `spatial.stage1.block0.conv1.weight`. */
  readonly name: string;
  /** In the published order: convolutions `[out, in, height, width]`, linear maps `[out, in]`. */
  readonly shape: readonly number[];
  readonly initialisation: Initialisation;
  /** False for running statistics. */
  readonly trainable: boolean;
}

/** All parameters of a network, in checkpoint order. */
export function parameterList(
  configuration: ModelConfiguration,
  emotions: number,
  groups: number,
): Parameter[] {
  return [
    ...spatialParameters(configuration),
    ...levelsOf(configuration).flatMap((level) => temporalParameters(configuration, level)),
    ...clipParameters(configuration),
    ...headParameters(configuration, emotions, groups),
  ];
}

/** Whether a parameter belongs to the bottom-up branch, which the frame model shares. */
export function isBottomUp(name: string): boolean {
  return name.startsWith("spatial.") || name.startsWith("head.frame.");
}

/** Whether pseudo labels depend on a parameter: stage 4, tap 1 and tap 2 have no influence (SPEC.md, section 1.4). */
export function decidesPseudoLabel(name: string): boolean {
  return isBottomUp(name) && !/^spatial\.(stage4|tap1|tap2)\./.test(name);
}

function spatialParameters(configuration: ModelConfiguration): Parameter[] {
  const { stageWidths, level2 } = configuration;
  const taps = level2 ? [1, 2, 3] : [1, 3];
  return [
    convolution("spatial.stem.conv", stageWidths[0], 3, 7),
    ...batchNorm("spatial.stem.norm", stageWidths[0]),
    ...[1, 2, 3, 4].flatMap((stage) => stageParameters(configuration, stage)),
    ...taps.flatMap((level) => tapParameters(level, stageWidths[level - 1])),
  ];
}

function stageParameters(configuration: ModelConfiguration, stage: number): Parameter[] {
  const width = configuration.stageWidths[stage - 1];
  const before = stage === 1 ? configuration.stageWidths[0] : configuration.stageWidths[stage - 2];
  const blocks = configuration.blocksPerStage[stage - 1];
  return Array.from({ length: blocks }, (_, block) => {
    const projected = stage > 1 && block === 0;
    const prefix = `spatial.stage${stage}.block${block}`;
    return blockParameters(prefix, block === 0 ? before : width, width, projected);
  }).flat();
}

function blockParameters(prefix: string, before: number, width: number, projected: boolean): Parameter[] {
  const shortcut = [
    convolution(`${prefix}.shortcut.conv`, width, before, 1),
    ...batchNorm(`${prefix}.shortcut.norm`, width),
  ];
  return [
    convolution(`${prefix}.conv1`, width, before, 3),
    ...batchNorm(`${prefix}.norm1`, width),
    convolution(`${prefix}.conv2`, width, width, 3),
    ...batchNorm(`${prefix}.norm2`, width),
    ...(projected ? shortcut : []),
  ];
}

/** A tap ends in 4^(level-1) channels, so that its size is D at every level. */
function tapParameters(level: number, width: number): Parameter[] {
  const prefix = `spatial.tap${level}`;
  const limit = 1 / Math.sqrt(width);
  const tap = (name: string, out: number) => [
    uniform(`${prefix}.${name}.weight`, [out, width, 1, 1], limit),
    uniform(`${prefix}.${name}.bias`, [out], limit),
  ];
  return [...tap("project", width), ...tap("reduce", 4 ** (level - 1))];
}

function temporalParameters(configuration: ModelConfiguration, level: number): Parameter[] {
  const { frames, temporalDepth } = configuration;
  const prefix = `temporal.level${level}`;
  const width = levelWidth(configuration, level);
  const layers = Array.from({ length: temporalDepth }, (_, layer) =>
    layerParameters(`${prefix}.layer${layer}`, width, configuration),
  );
  return [
    normal(`${prefix}.classToken`, [1, 1, width], 1),
    normal(`${prefix}.position`, [1, frames + 1, width], 1),
    ...layers.flat(),
  ];
}

function layerParameters(prefix: string, width: number, configuration: ModelConfiguration): Parameter[] {
  const inner = configuration.heads * configuration.headSize;
  const { feedForwardSize } = configuration;
  return [
    ...layerNorm(`${prefix}.attention.norm`, width),
    linearWeight(`${prefix}.attention.qkv`, 3 * inner, width),
    ...linear(`${prefix}.attention.out`, width, inner),
    ...layerNorm(`${prefix}.feedForward.norm`, width),
    ...linear(`${prefix}.feedForward.expand`, feedForwardSize, width),
    ...linear(`${prefix}.feedForward.contract`, width, feedForwardSize),
  ];
}

/** What a clip model has between encoders and heads: AEN the top-down branch, a GRU its gates. */
function clipParameters(configuration: ModelConfiguration): Parameter[] {
  const { clipModel = "AEN" } = configuration;
  if (clipModel === "AEN") return fusionParameters(configuration);
  const width = levelWidth(configuration, 0);
  if (clipModel !== "GRU") return [];
  return [...linear("gru.input", 3 * width, width), ...linear("gru.state", 3 * width, width)];
}

function fusionParameters(configuration: ModelConfiguration): Parameter[] {
  const semantic = semanticSize(configuration);
  const width = levelWidth(configuration, 0);
  return [
    ...linear("fusion.lift", semantic, width),
    ...linear("fusion.queryLow", semantic, width),
    ...linear("fusion.queryHigh", semantic, semantic),
    ...linear("fusion.outLow", semantic, semantic),
    ...linear("fusion.outHigh", semantic, semantic),
  ];
}

function headParameters(configuration: ModelConfiguration, emotions: number, groups: number): Parameter[] {
  const semantic = semanticSize(configuration);
  const { hasTopDownHeads, learnsFromClips } = clipModelOf(configuration);
  const topDown = [...linear("head.group", groups, semantic), ...linear("head.emotion", emotions, semantic)];
  return [
    ...(learnsFromClips ? linear("head.clip", emotions, levelWidth(configuration, 0)) : []),
    ...(hasTopDownHeads ? topDown : []),
    ...linear("head.frame", emotions, semantic),
  ];
}

function convolution(prefix: string, out: number, before: number, kernel: number): Parameter {
  const deviation = Math.sqrt(2 / (out * kernel * kernel));
  return normal(`${prefix}.weight`, [out, before, kernel, kernel], deviation);
}

function batchNorm(prefix: string, width: number): Parameter[] {
  return [
    constant(`${prefix}.gamma`, [width], 1),
    constant(`${prefix}.beta`, [width], 0),
    { ...constant(`${prefix}.runningMean`, [width], 0), trainable: false },
    { ...constant(`${prefix}.runningVar`, [width], 1), trainable: false },
  ];
}

function layerNorm(prefix: string, width: number): Parameter[] {
  return [constant(`${prefix}.gamma`, [width], 1), constant(`${prefix}.beta`, [width], 0)];
}

function linear(prefix: string, out: number, before: number): Parameter[] {
  return [linearWeight(prefix, out, before), uniform(`${prefix}.bias`, [out], 1 / Math.sqrt(before))];
}

function linearWeight(prefix: string, out: number, before: number): Parameter {
  return uniform(`${prefix}.weight`, [out, before], 1 / Math.sqrt(before));
}

function constant(name: string, shape: number[], value: number): Parameter {
  return { name, shape, initialisation: { law: "constant", value }, trainable: true };
}

function normal(name: string, shape: number[], deviation: number): Parameter {
  return { name, shape, initialisation: { law: "normal", deviation }, trainable: true };
}

function uniform(name: string, shape: number[], limit: number): Parameter {
  return { name, shape, initialisation: { law: "uniform", limit }, trainable: true };
}
