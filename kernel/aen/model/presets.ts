import { checkConfiguration, type ModelConfiguration } from "./configuration.js";

/** A named configuration. */
export type PresetName = ModelConfiguration["preset"];

/** The network as published, every quirk kept (SPEC.md, sections 1 and 8). */
const published: ModelConfiguration = {
  preset: "published",
  size: 112,
  frames: 16,
  stageWidths: [64, 128, 256, 512],
  blocksPerStage: [2, 1, 2, 2],
  temporalDepth: 3,
  heads: 8,
  headSize: 64,
  feedForwardSize: 1024,
  level2: true,
  fusionSoftmax: "query",
  attentionScale: "head size",
  headOrder: "head first",
  gelu: "tanh",
  tapOrder: "channel first",
  normaliseClassVectors: false,
  batchNormEpsilon: 1e-5,
  batchNormMomentum: 0.1,
  layerNormEpsilon: 1e-5,
};

/** The published sizes with the recommended option for each quirk; `aen.presetReasons` says why. */
const recommended: ModelConfiguration = {
  ...published,
  preset: "recommended",
  level2: false,
  fusionSoftmax: "key",
  normaliseClassVectors: true,
};

/** Trains in minutes on a laptop: 48-pixel faces, eight frames. */
const small: ModelConfiguration = {
  ...recommended,
  preset: "small",
  size: 48,
  frames: 8,
  stageWidths: [16, 32, 48, 64],
  temporalDepth: 2,
  heads: 4,
  headSize: 16,
  feedForwardSize: 128,
};

/** Trains in about a minute even in pure JavaScript: 32-pixel faces, four frames. */
const tiny: ModelConfiguration = {
  ...recommended,
  preset: "tiny",
  size: 32,
  frames: 4,
  stageWidths: [8, 12, 16, 24],
  blocksPerStage: [1, 1, 1, 1],
  temporalDepth: 1,
  heads: 2,
  headSize: 8,
  feedForwardSize: 32,
};

export const presets: Readonly<Record<PresetName, ModelConfiguration>> = {
  tiny,
  small,
  recommended,
  published,
};

/** All or part of a configuration; missing values come from the preset named by `preset` ("recommended"). */
export type ModelOptions = Partial<ModelConfiguration> & { readonly preset?: PresetName };

/**
 * The full configuration for a preset name or options.
 * @throws RangeError for an unknown preset or sizes that do not fit
 */
export function configurationOf(options: PresetName | ModelOptions): ModelConfiguration {
  const { preset = "recommended", ...changes } = typeof options === "string" ? { preset: options } : options;
  const base = presets[preset];
  if (!base) throw new RangeError(`There is no preset "${preset}", only ${Object.keys(presets).join(", ")}.`);
  const { clipModel, ...sizes } = { ...base, ...changes };
  // AEN itself stays unnamed, so that records and names of studies are those of versions without baselines.
  const named = clipModel === undefined || clipModel === "AEN" ? {} : { clipModel };
  const configuration = { ...sizes, ...named };
  checkConfiguration(configuration);
  return configuration;
}
