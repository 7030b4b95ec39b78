import * as tf from "@tensorflow/tfjs-core";
import { linear, type ForwardContext } from "../forwardContext.js";

/**
 * The last state of a gated recurrent unit (Cho et al. 2014) that reads the frames in order, from a state of zeros; its
 * equations and gates in PyTorch's form and order (reset, update, new), so that weights of `torch.nn.GRU` fit.
 * @param features `[batch, frames, width]` @returns `[batch, width]`
 * @param frameHasFace frames with 0 leave the state as it is, `[batch, frames]`
 */
export function gru(context: ForwardContext, features: tf.Tensor, frameHasFace?: tf.Tensor): tf.Tensor {
  const [batch, frames, width] = features.shape;
  const fromInput = linear(context, "gru.input", features);
  let state: tf.Tensor = tf.zeros([batch, width]);
  for (let frame = 0; frame < frames; frame += 1) {
    const input = tf.reshape(tf.slice(fromInput, [0, frame, 0], [batch, 1, 3 * width]), [batch, 3 * width]);
    const next = nextState(context, input, state);
    const counts = frameHasFace && tf.slice(frameHasFace, [0, frame], [batch, 1]);
    state = counts ? tf.add(state, tf.mul(counts, tf.sub(next, state))) : next;
  }
  context.observe?.("gru.out", state);
  return state;
}

/** @param input all gates' share of one frame, `[batch, 3·width]` */
function nextState(context: ForwardContext, input: tf.Tensor, state: tf.Tensor): tf.Tensor {
  const [batch, width] = state.shape;
  const fromState = linear(context, "gru.state", state);
  const gate = (x: tf.Tensor, index: number) => tf.slice(x, [0, index * width], [batch, width]);
  const [reset, update] = [0, 1].map((index) =>
    tf.sigmoid(tf.add(gate(input, index), gate(fromState, index))),
  );
  const proposed = tf.tanh(tf.add(gate(input, 2), tf.mul(reset, gate(fromState, 2))));
  return tf.add(proposed, tf.mul(update, tf.sub(state, proposed)));
}
