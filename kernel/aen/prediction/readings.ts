import type { ClipPrediction } from "../../contracts/clipPrediction.js";
import type { FaceBox, FaceSight } from "../../contracts/frameTruth.js";
import type { Labels } from "../../contracts/labels.js";
import { clipScores } from "../../metrics/clipScores.js";
import { fusedProbabilities, predictedEmotion } from "../../metrics/fusion.js";
import { argmax, softmax } from "../../metrics/probabilities.js";
import { groupOfEmotion, groupSum } from "../../metrics/sentiment.js";

/** What the network says of a frame or a clip. C emotions, G sentiment groups. */
export interface Reading {
  /** Probabilities, `[C]`, which sum to 1; null where there are none. */
  readonly emotions: readonly number[] | null;
  /** Probabilities, `[G]`, which sum to 1; null where there are none. */
  readonly sentiments: readonly number[] | null;
  /** Index of the named emotion; -1 where there is none. */
  readonly emotion: number;
  /** Index of the named sentiment group; -1 where there is none. */
  readonly sentiment: number;
}

/** One frame of a video. */
export interface FrameReading extends Reading {
  /** From 0. */
  readonly number: number;
  /** In seconds from the start of the video. */
  readonly time: number;
  readonly sight: FaceSight;
  readonly box: FaceBox | null;
}

/** What the import of a video knows of its frames; one entry a frame. */
export interface FacesOfClip {
  readonly times: readonly number[];
  readonly faceSights: readonly FaceSight[];
  readonly faceBoxes: readonly (FaceBox | null)[];
}

const nothing: Reading = { emotions: null, sentiments: null, emotion: -1, sentiment: -1 };

/**
 * Every frame by the network's own frame head; a frame's sentiment is the group with the largest sum of probabilities.
 * A frame without a face is black to the network: nothing is said of it.
 * @param logits of every frame, `[frames][C]`
 */
export function frameReadings(
  { times, faceSights, faceBoxes }: FacesOfClip,
  logits: ClipPrediction["frameLogits"],
  labels: Labels,
): FrameReading[] {
  return times.map((time, number) => {
    const sight = faceSights[number];
    const said = sight === "none" ? nothing : readingOf(softmax(logits?.[number] ?? []), labels);
    return { number, time, sight, box: faceBoxes[number], ...said };
  });
}

function readingOf(emotions: readonly number[], { groups }: Labels): Reading {
  if (emotions.length === 0 || !emotions.every(Number.isFinite)) return nothing;
  const sentiments = groupSum(emotions, groups);
  return { emotions, sentiments, emotion: argmax(emotions), sentiment: argmax(sentiments) };
}

/**
 * A clip as `run.evaluate` reads it: emotions fused with beta, sentiment by its own head. A network without that head
 * answers with the group of the emotion.
 */
export function clipReading(prediction: ClipPrediction, labels: Labels, beta: number): Reading {
  const scores = clipScores(prediction);
  const emotions = fusedProbabilities(scores, beta);
  const emotion = predictedEmotion(scores, beta);
  if (emotion < 0 || !emotions.every(Number.isFinite)) return nothing;
  const logs = prediction.sentimentLogProbabilities;
  if (logs.length === 0) {
    const sentiments = groupSum(emotions, labels.groups);
    return { emotions, sentiments, emotion, sentiment: groupOfEmotion(labels.groups, emotion) };
  }
  const sentiments = softmax(logs);
  return sentiments.every(Number.isFinite)
    ? { emotions, sentiments, emotion, sentiment: argmax(logs) }
    : { ...nothing, emotions, emotion };
}
