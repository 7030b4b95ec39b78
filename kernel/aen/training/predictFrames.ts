import type { Clip } from "../clips/clip.js";
import { ClipSet } from "../clips/clipSet.js";
import { withoutFace } from "../clips/framesWithFace.js";
import type { ClipPrediction } from "../../contracts/clipPrediction.js";
import type { Predictor, PredictOptions } from "./predictor.js";

/**
 * The network's prediction for a clip as a whole, with frame-level values for many frames: the clip's scores come from
 * the frames that evaluation uses, the frame-level values from passes over the given frames, T at a time and in order.
 * @param numbers frame numbers, in order
 * @throws RangeError for a frame number outside the clip
 */
export async function predictFrames(
  predictor: Predictor,
  clips: ClipSet,
  numbers: readonly number[],
  options: Omit<PredictOptions, "device"> = {},
): Promise<ClipPrediction> {
  const [clip] = clips.clips;
  const [whole] = await predictor.predict(clips, options);
  const { frames } = predictor.model.configuration;
  const looks = lookSet(clip, numbers, frames, clips);
  const seen = await predictor.predict(looks, { ...options, sampling: "even", frameOrder: "in time" });
  const joined = <Value>(
    values: (look: ClipPrediction) => readonly Value[] | undefined,
  ): Value[] | undefined => {
    const all = seen.flatMap((look) => values(look) ?? []);
    return all.length === 0 ? undefined : all.slice(0, numbers.length);
  };
  return {
    ...whole,
    frameNumbers: [...numbers],
    withoutFace: withoutFace(clip, numbers),
    pseudoLabelLogits: joined((look) => look.pseudoLabelLogits),
    frameLogits: joined((look) => look.frameLogits),
    // Each pass distributes one class token's attention; rescaled, it again sums to at most 1 over all passes.
    frameAttention: joined((look) => look.frameAttention?.map((share) => share / seen.length)),
  };
}

/**
 * At most `most` frame numbers, evenly spaced from the first frame to the last.
 * @throws RangeError when `most` is not a whole number of 1 or more
 */
export function spreadFrames(frameCount: number, most: number): number[] {
  if (!Number.isInteger(most) || most < 1)
    throw new RangeError(`"frames" must be a whole number of 1 or more, got ${most}.`);
  const count = Math.min(frameCount, most);
  if (count < 2) return [0];
  return Array.from({ length: count }, (_, index) => Math.round((index * (frameCount - 1)) / (count - 1)));
}

/** The frames as clips of exactly T frames; the last clip repeats its last frame to fill up. */
function lookSet(clip: Clip, numbers: readonly number[], frames: number, { labels }: ClipSet): ClipSet {
  const looks: Clip[] = [];
  for (let start = 0; start < numbers.length; start += frames) {
    const part = Array.from(
      { length: frames },
      (_, index) => numbers[Math.min(start + index, numbers.length - 1)],
    );
    looks.push({
      id: `${clip.id} from frame ${part[0]}`,
      label: clip.label,
      identity: clip.identity,
      ...(clip.peopleOf !== undefined && { peopleOf: clip.peopleOf }),
      frameCount: frames,
      frameRate: null,
      truth: null,
      ...(clip.faceSights && { faceSights: part.map((frame) => clip.faceSights![frame]) }),
      read: (wanted, signal) =>
        clip.read(
          wanted.map((frame) => part[frame]),
          signal,
        ),
    });
  }
  return new ClipSet(looks, labels);
}
