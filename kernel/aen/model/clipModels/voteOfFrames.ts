import * as tf from "@tensorflow/tfjs-core";

/**
 * Logarithms of the shares in which the frames of a clip name each emotion. A tie, and what no frame names, is decided by
 * the mean probability, which counts like one more frame: a whole vote always weighs more. Each row's exponentials sum to 1.
 * @param frameLogits `[batch, frames, emotions]`
 * @param frameHasFace frames with 0 have no vote, `[batch, frames]`; where a clip has none with 1, all vote
 * @returns `[batch, emotions]`
 */
export function voteOfFrames(frameLogits: tf.Tensor, frameHasFace?: tf.Tensor): tf.Tensor {
  if (frameHasFace) return voteOfFaces(frameLogits, frameHasFace);
  const [, frames] = frameLogits.shape;
  const votes = tf.sum(votesOf(frameLogits), 1);
  const probability = tf.mean(tf.softmax(frameLogits), 1);
  const share = tf.div(tf.add(votes, probability), frames + 1);
  return tf.log(tf.maximum(share, 1e-12));
}

function voteOfFaces(frameLogits: tf.Tensor, frameHasFace: tf.Tensor): tf.Tensor {
  const none = tf.sub(1, tf.max(frameHasFace, 1, true));
  const counts = tf.maximum(frameHasFace, none);
  const voters = tf.sum(counts, 1, true);
  const over = (values: tf.Tensor) => tf.sum(tf.mul(values, tf.expandDims(counts, 2)), 1);
  const probability = tf.div(over(tf.softmax(frameLogits)), voters);
  const share = tf.div(tf.add(over(votesOf(frameLogits)), probability), tf.add(voters, 1));
  return tf.log(tf.maximum(share, 1e-12));
}

/** What each frame names, a vote shared by emotions that it names alike: `[batch, frames, emotions]`. */
function votesOf(frameLogits: tf.Tensor): tf.Tensor {
  const highest = tf.max(frameLogits, -1, true);
  const named = tf.cast(tf.greaterEqual(frameLogits, highest), "float32");
  return tf.div(named, tf.sum(named, -1, true));
}
