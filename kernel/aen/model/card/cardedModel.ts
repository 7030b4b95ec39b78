import type * as tf from "@tensorflow/tfjs-core";
import type { LabelSet } from "../../labels.js";
import type { ModelConfiguration } from "../configuration.js";
import type { ForwardContext } from "../forwardContext.js";
import type { Parameter } from "../parameterList.js";

/** What a card reads of a model. */
export interface CardedModel {
  readonly configuration: ModelConfiguration;
  readonly labels: LabelSet;
  /** Of the initial weights. */
  readonly seed: number;
  readonly title: string;
  readonly parameters: readonly Parameter[];
  readonly variables: ReadonlyMap<string, tf.Variable>;
  /** The frozen frame model's weights; null until the bottom-up branch is pretrained. */
  readonly frozenVariables: ReadonlyMap<string, tf.Variable> | null;
  context(): ForwardContext;
}
