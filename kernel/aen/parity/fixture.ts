import { dfewLabels, LabelSet } from "../labels.js";
import type { ModelConfiguration } from "../model/configuration.js";
import { presets } from "../model/presets.js";

/** A file of reference values (SPEC.md, section 10). */
export interface Fixture {
  readonly config: "small" | "full";
  readonly seeds: { readonly main: string; readonly frozen: string; readonly clips: string };
  readonly batch: number;
  readonly labels: readonly number[];
  /** Emotion names, and the emotions of each sentiment group; by default DFEW's seven in three groups. */
  readonly emotions?: readonly string[];
  readonly groups?: Readonly<Record<string, readonly string[]>>;
  readonly checksums: { readonly main: number; readonly clips: number };
  readonly eval: Readonly<Record<string, TensorRecord>>;
  readonly evalLoss: readonly EvaluationLossRecord[];
  readonly fusion: FusionRecord;
  readonly trainForward: Readonly<Record<string, TensorRecord>>;
  readonly trainLossInputs: Readonly<Record<string, TensorRecord>>;
  readonly trainLosses: readonly LossRecord[];
  readonly gradients: Readonly<Record<string, TensorRecord>>;
  readonly noGradient: readonly string[];
  readonly stepLosses: readonly LossRecord[];
  readonly after1: Readonly<Record<string, StateRecord>>;
  readonly after3: Readonly<Record<string, StateRecord>>;
  readonly slowSteps?: {
    readonly learningRate: number;
    readonly stepLosses: readonly LossRecord[];
    readonly after3: Readonly<Record<string, StateRecord>>;
  };
}

/** The recorded entries of one tensor: all, or those at `sampleIndices`. */
export interface TensorRecord {
  readonly shape: readonly number[];
  readonly mean: number;
  readonly l2: number;
  readonly all?: readonly number[];
  readonly samples?: readonly number[];
  /** How far the reference's own float32 run is off, relative to the largest magnitude. */
  readonly dev32?: number;
}

/** A weight after some updates. */
export interface StateRecord extends TensorRecord {
  /** The Euclidean length of the change since the start. */
  readonly deltaL2?: number;
  /** How far the reference's own float32 run is off, relative to that change. */
  readonly deltaDev32?: number;
}

export interface LossRecord {
  readonly labels?: readonly number[];
  readonly beforeUpdate?: number;
  readonly terms: Readonly<Record<string, { readonly value: number; readonly dev32: number }>>;
}

export interface EvaluationLossRecord {
  readonly labels: readonly number[];
  readonly loss: number;
  readonly accuracyPercentByBeta: readonly number[];
}

export interface FusionRecord {
  readonly betas: readonly number[];
  readonly ekman: readonly (readonly (readonly number[])[])[];
  readonly ekmanArgmax: readonly (readonly number[])[];
  readonly sentiment: readonly (readonly (readonly number[])[])[];
  readonly sentimentArgmax: readonly (readonly number[])[];
  readonly clipGroupSumLogProbs: readonly (readonly number[])[];
  readonly combined: readonly (readonly number[])[];
  readonly combinedArgmax: readonly number[];
  readonly reportedEkman: readonly number[];
  readonly reportedSentimentFromEkman: readonly number[];
  readonly frameMeanLogProbs: readonly (readonly number[])[];
  readonly testScriptLoss: readonly {
    readonly labels: readonly number[];
    readonly loss: readonly number[];
  }[];
}

/** The sizes behind a fixture's name. @throws RangeError for an unknown name */
export function fixtureConfiguration(name: string): ModelConfiguration {
  const { published } = presets;
  if (name === "full") return published;
  if (name !== "small") throw new RangeError(`A fixture's config is "small" or "full", not "${name}".`);
  return {
    ...published,
    size: 48,
    frames: 4,
    stageWidths: [8, 16, 24, 40],
    temporalDepth: 2,
    heads: 3,
    headSize: 8,
    feedForwardSize: 56,
  };
}

/** The emotions and groups of a fixture. @throws RangeError for groups that do not fit the emotions */
export function fixtureLabels({ emotions, groups }: Pick<Fixture, "emotions" | "groups">): LabelSet {
  if (!emotions && !groups) return dfewLabels;
  if (!emotions || !groups) throw new RangeError('it needs both "emotions" and "groups", or neither');
  return new LabelSet(emotions, groups);
}

const parts: readonly (keyof Fixture)[] = [
  ...([
    "config",
    "seeds",
    "batch",
    "labels",
    "checksums",
    "eval",
    "evalLoss",
    "fusion",
    "trainForward",
  ] as const),
  ...([
    "trainLossInputs",
    "trainLosses",
    "gradients",
    "noGradient",
    "stepLosses",
    "after1",
    "after3",
  ] as const),
];

/**
 * Reads a fixture file.
 * @throws SyntaxError for text that is not JSON; RangeError naming the missing or unknown part
 */
export function parseFixture(text: string): Fixture {
  const fixture = JSON.parse(text) as Fixture;
  const missing = parts.find((part) => fixture?.[part] === undefined);
  if (missing) throw new RangeError(`it has no "${missing}"`);
  fixtureConfiguration(fixture.config);
  const { emotions } = fixtureLabels(fixture);
  const foreign = fixture.labels.find((label) => emotions[label] === undefined);
  if (foreign !== undefined)
    throw new RangeError(`its label ${foreign} is not one of its ${emotions.length} emotions`);
  return fixture;
}
