import * as tf from "@tensorflow/tfjs-core";
import "../../../../../kernel/engine/tensorflow.js";
import type { LabelSet } from "../../../../../kernel/aen/labels.js";
import type { CardedModel } from "../../../../../kernel/aen/model/card/cardedModel.js";
import type { ModelConfiguration } from "../../../../../kernel/aen/model/configuration.js";
import { networkShape } from "../../../../../kernel/aen/model/layout.js";
import { parameterList } from "../../../../../kernel/aen/model/parameterList.js";

/** A network of any size whose weights are 0: drawing millions of them takes seconds, and a count needs none. */
export function zeroModel(configuration: ModelConfiguration, labels: LabelSet): CardedModel {
  const parameters = parameterList(configuration, labels.emotions.length, labels.groups.length);
  const variables = new Map(
    parameters.map(({ name, shape }) => [name, tf.variable(tf.zeros(networkShape(shape)))] as const),
  );
  const parameter = (name: string) => variables.get(name)!;
  return {
    ...{ configuration, labels, seed: 1, title: "zeros", parameters, variables, frozenVariables: null },
    context: () => ({ configuration, training: false, parameter }),
  };
}
