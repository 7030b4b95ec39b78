import * as tf from "@tensorflow/tfjs-core";
import type { Step } from "../../../engine/contract.js";
import { forward } from "../forward.js";
import type { CardedModel } from "./cardedModel.js";

/** The inference of one clip, to be counted and timed: no frozen frame model, nothing that no head needs. */
export interface ClipInference {
  /** From `frames` to the log-probabilities of the heads that the network has. */
  readonly step: Step;
  readonly state: readonly tf.Variable[];
  /** RGB from 0 to 255, `[1, frames, size, size, 3]`. */
  readonly frames: { readonly dtype: "int32"; readonly shape: readonly number[] };
}

export function clipInference(model: CardedModel): ClipInference {
  const { frames, size } = model.configuration;
  return {
    step: (inputs) => {
      const pixels = tf.div(tf.cast(inputs.frames, "float32"), 255);
      return { ...forward(model.context(), pixels).logProbabilities };
    },
    state: [...model.variables.values()],
    frames: { dtype: "int32", shape: [1, frames, size, size, 3] },
  };
}
