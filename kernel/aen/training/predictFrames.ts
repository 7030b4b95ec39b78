import type { Clip } from "../data/clip.js";
import { ClipSet } from "../data/clipSet.js";
import type { ClipPrediction } from "../metrics/clipPrediction.js";
import type { Predictor, PredictOptions } from "./predictor.js";

/**
 * What the network says of a clip as a whole, with its view of many frames: the clip's scores come from the
 * frames that evaluation takes, the frame-level values from looks at the given frames, T at a time and in order.
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
  const seen = await predictor.predict(looks, { ...options, sampling: "even" });
  const joined = <Value>(
    values: (look: ClipPrediction) => readonly Value[] | undefined,
  ): Value[] | undefined => {
    const all = seen.flatMap((look) => values(look) ?? []);
    return all.length === 0 ? undefined : all.slice(0, numbers.length);
  };
  return {
    ...whole,
    frameNumbers: [...numbers],
    pseudoLabelLogits: joined((look) => look.pseudoLabelLogits),
    frameLogits: joined((look) => look.frameLogits),
    // Each look shares one class token's attention out; over all looks it sums to at most 1 again.
    frameAttention: joined((look) => look.frameAttention?.map((share) => share / seen.length)),
  };
}

/** At most `most` frame numbers, evenly spread from the first frame to the last. */
export function spreadFrames(frameCount: number, most: number): number[] {
  const count = Math.min(frameCount, most);
  if (count < 2) return [0];
  return Array.from({ length: count }, (_, index) => Math.round((index * (frameCount - 1)) / (count - 1)));
}

/** The frames as clips of exactly T frames; the last one repeats its last frame. */
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
      frameCount: frames,
      frameRate: null,
      truth: null,
      read: (wanted, signal) =>
        clip.read(
          wanted.map((frame) => part[frame]),
          signal,
        ),
    });
  }
  return new ClipSet(looks, labels);
}
