import { clipModelOf, requireClipModel, type ClipModelName } from "./clipModel.js";

/**
 * Everything that defines the network. Sizes are free; the options below them default to the published
 * code's choices, each with its alternative (SPEC.md, section 8).
 */
export interface ModelConfiguration {
  /** The preset it started from; it also sets the training defaults. */
  readonly preset: "tiny" | "small" | "recommended" | "published";
  /** What makes a clip's emotion out of its frames; another than AEN is a baseline to compare with. @default "AEN" */
  readonly clipModel?: ClipModelName;
  /** Height and width of a frame in pixels, S; a multiple of 16. */
  readonly size: number;
  /** Frames per clip, T. */
  readonly frames: number;
  /** Channels of the bottom-up branch's four stages; the last is the width of semantic level 0. */
  readonly stageWidths: readonly [number, number, number, number];
  /** Residual blocks of the four stages. */
  readonly blocksPerStage: readonly [number, number, number, number];
  /** Layers of each temporal encoder. */
  readonly temporalDepth: number;
  /** Attention heads per temporal layer. */
  readonly heads: number;
  /** Width of one head. */
  readonly headSize: number;
  /** Inner width of a temporal layer's feed-forward part. */
  readonly feedForwardSize: number;
  /**
   * Whether semantic level 2 exists. It contributes to no output (SPEC.md, quirk 10); a compiled step
   * skips it unless it is being observed.
   */
  readonly level2: boolean;
  /** The index that the top-down softmax runs over: "query" as published (quirk 1), "key" as in attention. */
  readonly fusionSoftmax: "query" | "key";
  /** The divisor of attention scores: the square root of the head size (published) or of the width. */
  readonly attentionScale: "head size" | "width";
  /** How q, k and v split into heads: index h·headSize+e (published) or e·heads+h. */
  readonly headOrder: "head first" | "element first";
  /** GELU by tanh approximation (published) or exact. */
  readonly gelu: "tanh" | "erf";
  /** The order in which a tap is flattened: channel, row, column (published) or row, column, channel. */
  readonly tapOrder: "channel first" | "channel last";
  /** Whether class vectors pass a parameter-free layer norm before the heads and the top-down branch (quirk 29). */
  readonly normaliseClassVectors: boolean;
  /**
   * Whether frames without a face, which are black, count as any other, or never ("masked"): temporal encoders do not attend to
   * them, a GRU skips them, a mean leaves them out, and in training they give batch norm nothing: the nearest frame with a
   * face stands there. @default "attended"
   */
  readonly facelessFrames?: "attended" | "masked";
  readonly batchNormEpsilon: number;
  /** The weight of a new batch in the running statistics. */
  readonly batchNormMomentum: number;
  readonly layerNormEpsilon: number;
}

/** The width of semantic levels 1 to 3: D = (S/4)². */
export function semanticSize(configuration: ModelConfiguration): number {
  return (configuration.size / 4) ** 2;
}

/** The width of a semantic level: the last stage's channels for level 0, D for levels 1 to 3. */
export function levelWidth(configuration: ModelConfiguration, level: number): number {
  return level === 0 ? configuration.stageWidths[3] : semanticSize(configuration);
}

/** Whether the answer for a clip depends on which frames show a face, not only the terms of the loss. */
export function readsFaces(configuration: ModelConfiguration): boolean {
  const { clipModel, facelessFrames } = configuration;
  return clipModel === "vote of frames" || facelessFrames === "masked";
}

/** The semantic levels with a temporal encoder. */
export function levelsOf(configuration: ModelConfiguration): readonly number[] {
  const { encodes } = clipModelOf(configuration);
  if (encodes !== "all") return encodes === "last" ? [0] : [];
  return configuration.level2 ? [0, 1, 2, 3] : [0, 1, 3];
}

/**
 * @throws RangeError naming the first invalid size or choice
 */
export function checkConfiguration(configuration: ModelConfiguration): void {
  const { size, stageWidths, blocksPerStage, clipModel, facelessFrames = "attended" } = configuration;
  if (clipModel !== undefined) requireClipModel(clipModel);
  if (facelessFrames !== "attended" && facelessFrames !== "masked") {
    throw new RangeError(`"facelessFrames" must be "attended" or "masked", got "${String(facelessFrames)}".`);
  }
  if (!Number.isInteger(size) || size < 16 || size % 16 !== 0) {
    throw new RangeError(`The size of a frame must be a multiple of 16 pixels, got ${size}.`);
  }
  const counts = ["frames", "temporalDepth", "heads", "headSize", "feedForwardSize"] as const;
  for (const name of counts) requirePositive(name, configuration[name]);
  if (stageWidths.length !== 4) throw new RangeError("stageWidths must have four entries, one per stage.");
  if (blocksPerStage.length !== 4) throw new RangeError("blocksPerStage must have four entries.");
  stageWidths.forEach((width, stage) => requirePositive(`stageWidths[${stage}]`, width));
  blocksPerStage.forEach((blocks, stage) => requirePositive(`blocksPerStage[${stage}]`, blocks));
  for (const name of ["batchNormEpsilon", "batchNormMomentum", "layerNormEpsilon"] as const)
    requireFraction(name, configuration[name]);
}

function requireFraction(name: string, value: number): void {
  if (value > 0 && value <= 1) return;
  throw new RangeError(`${name} must be a number above 0 and at most 1, got ${value}.`);
}

function requirePositive(name: string, value: number): void {
  if (!Number.isInteger(value) || value < 1) {
    throw new RangeError(`${name} must be a positive whole number, got ${value}.`);
  }
}
