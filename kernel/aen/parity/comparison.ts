import type { ArrayValue, DeviceName } from "../../engine/contract.js";
import type { LossTerm } from "../losses/lossTerm.js";
import type { LossOptions } from "../losses/lossTerms.js";
import type { ModelConfiguration } from "../model/configuration.js";
import type { Model } from "../model/model.js";
import { oneHot } from "../training/oneHot.js";
import type { OptimizerOptions } from "../training/optimizer.js";
import type { Fixture } from "./fixture.js";

/** Deviations from the published choices, to check that parity detects them. */
export interface ParityOptions {
  /** "tensorflow" runs eagerly, all others compiled. @default "cpu" */
  readonly device?: DeviceName;
  readonly configuration?: Partial<ModelConfiguration>;
  readonly loss?: LossOptions;
  readonly optimizer?: OptimizerOptions;
  /** Runs the frozen frame model in training mode. */
  readonly frozenTraining?: boolean;
  /** Changes the clips before they enter the network. */
  readonly clips?: (clips: ArrayValue) => ArrayValue;
  /** Stops after the first part with a record outside its tolerance. */
  readonly untilOutside?: boolean;
  /** Called with the name of each part before it is compared. */
  readonly onPart?: (part: string) => void;
}

/** The state of a comparison shared by all parts. */
export interface Comparison {
  readonly fixture: Fixture;
  readonly options: ParityOptions;
  readonly device: DeviceName;
  readonly clips: ArrayValue;
  readonly frozen: ArrayValue;
  readonly terms: readonly LossTerm[];
  readonly optimizer: OptimizerOptions;
  newModel(): Model;
}

/** Labels in the form the step expects. */
export function labelInput(labels: readonly number[], model: Model): ArrayValue {
  return oneHot(Int32Array.from(labels), model.labels.emotions.length);
}
