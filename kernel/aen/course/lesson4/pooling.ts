import * as tf from "@tensorflow/tfjs-core";
import { drawn, type Sizes } from "../functionCases.js";
import { functionExercise } from "../functionExercise.js";

const cases: readonly Sizes[] = [
  { clips: 2, frames: 5, emotions: 3, width: 4 },
  { clips: 3, frames: 4, emotions: 7, width: 6 },
  { clips: 1, frames: 8, emotions: 4, width: 5 },
];

const logits = ({ clips, frames, emotions }: Sizes, name: string) =>
  drawn(`${name}, logits`, [clips, frames, emotions], 3);

/** 1 for a frame with a face, 0 for one without, `[B, T]`: at least two of each clip's frames have one. */
function usableFrames({ clips, frames }: Sizes): tf.Tensor {
  const flags = Array.from({ length: clips * frames }, (_, at) => {
    const [clip, frame] = [Math.floor(at / frames), at % frames];
    return frame < 2 || (clip + frame) % 3 === 0 ? 1 : 0;
  });
  return tf.tensor2d(flags, [clips, frames]);
}

const ofFrames = (values: tf.Tensor, usable: tf.Tensor) => tf.mul(values, tf.expandDims(usable, 2));
const meanOf = (values: tf.Tensor, usable: tf.Tensor) =>
  tf.div(tf.sum(ofFrames(values, usable), 1), tf.sum(usable, 1, true));

/** The mean of what usable frames say, `[B, C]`. */
export const meanProbabilities = functionExercise({
  ...{ id: "4.5", name: "Mean of probabilities", points: { values: 2, gradients: 1 }, cases },
  inputs: (sizes, name) => [logits(sizes, name), usableFrames(sizes)],
  reference: (scores, usable) => meanOf(tf.softmax(scores), usable),
  gradientsOf: { 0: "raw scores" },
  mistakes: [
    {
      hint: "Frames without a face count in your mean. What does the formula do with them?",
      value: (scores) => tf.mean(tf.softmax(scores), 1),
    },
    {
      hint: "You leave frames without a face out of the sum, but divide by the number of all frames.",
      value: (scores, usable) => tf.mean(ofFrames(tf.softmax(scores), usable), 1),
    },
    {
      hint: "You take the mean of raw scores first, and make probabilities of it. Which comes first in the formula?",
      value: (scores, usable) => tf.softmax(meanOf(scores, usable)),
    },
    {
      hint: "You set the scores of frames without a face to 0: a softmax makes even probabilities of them, which count.",
      value: (scores, usable) => tf.mean(tf.softmax(ofFrames(scores, usable)), 1),
    },
    {
      hint: "These are means of raw scores. What makes probabilities of scores?",
      value: (scores, usable) => meanOf(scores, usable),
    },
    {
      hint: "Your probabilities of a clip add up to the number of its usable frames. What makes a mean of a sum?",
      value: (scores, usable) => tf.sum(ofFrames(tf.softmax(scores), usable), 1),
    },
  ],
  hint: "Three steps: probabilities of each frame, the sum over usable frames, and the number of usable frames.",
});

const weighted = (features: tf.Tensor, weights: tf.Tensor) =>
  tf.sum(tf.mul(features, tf.expandDims(weights, 2)), 1);
const overClips = (scores: tf.Tensor) => tf.transpose(tf.softmax(tf.transpose(scores)));

/** A mean of frames' features whose weights are learnt, `[B, d]`. */
export const attentionPooling = functionExercise({
  ...{ id: "4.6", name: "Attention pooling", points: { values: 2, gradients: 2 }, cases },
  inputs: ({ clips, frames, width }, name) => [
    drawn(`${name}, features`, [clips, frames, width], 2),
    drawn(`${name}, scores`, [clips, frames], 2),
  ],
  reference: (features, scores) => weighted(features, tf.softmax(scores)),
  gradientsOf: { 0: "features", 1: "scores" },
  mistakes: [
    {
      hint: "Your weights do not add up to 1 over a clip's frames. What does the formula do with the scores first?",
      value: (features, scores) => weighted(features, scores),
    },
    {
      hint: "All frames count alike in your mean. Where do the scores come in?",
      value: (features) => tf.mean(features, 1),
    },
    {
      hint: "Each score becomes a weight by itself. Which function makes weights that add up to 1?",
      value: (features, scores) => weighted(features, tf.sigmoid(scores)),
    },
    {
      hint: "Your weights add up to 1 over the clips. Over what should they?",
      value: (features, scores) => weighted(features, overClips(scores)),
    },
    {
      hint: "You divide by the number of frames as well. The weights add up to 1 already.",
      value: (features, scores) => tf.div(weighted(features, tf.softmax(scores)), scores.shape[1] ?? 1),
    },
    {
      hint: "You keep one frame, that with the highest score. A step has no gradient: how does a softmax choose?",
      value: (features, scores) =>
        weighted(features, tf.oneHot(tf.argMax(scores, 1).cast("int32"), scores.shape[1] ?? 1).toFloat()),
    },
  ],
  hint: "Two steps: weights of a clip's frames that add up to 1, and the weighted sum of its features. Which axis do the weights lack?",
});
