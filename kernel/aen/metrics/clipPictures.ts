import { thumbnails } from "../data/thumbnails.js";
import type { FrameDetail } from "../views/payload/fromPrediction.js";
import type { EvaluatedClip } from "./evaluatedClip.js";
import { predictedEmotion } from "./fusion.js";

/** Pictures that let a reader go from a figure to the clips behind it. */
export interface ClipPictures {
  /** One picture for each clip by id, as a data URI. */
  readonly thumbnails: ReadonlyMap<string, string>;
  /** The frames of the clips that were named wrongly, by id. */
  readonly frames: ReadonlyMap<string, FrameDetail>;
}

/** So many that a notebook stays below about a megabyte. */
const mostClips = 300;
const mostTimelines = 40;

/** Pictures of evaluated clips: a middle frame of each, and all frames that the network saw of the wrongly named. */
export async function clipPictures(evaluated: readonly EvaluatedClip[]): Promise<ClipPictures> {
  const wrong = evaluated.filter(
    ({ prediction, beta }) => predictedEmotion(prediction, beta) !== prediction.label,
  );
  const stills = evaluated.slice(0, mostClips).map(async ({ clip, prediction }) => {
    const { frameNumbers } = prediction;
    const [picture] = await thumbnails(clip, [frameNumbers[Math.floor(frameNumbers.length / 2)]], 40);
    return [clip.id, picture] as const;
  });
  const details = wrong
    .slice(0, mostTimelines)
    .map(async (one) => [one.clip.id, await frameDetail(one)] as const);
  return { thumbnails: new Map(await Promise.all(stills)), frames: new Map(await Promise.all(details)) };
}

/** Pictures of all frames that the network saw of a clip, and what is known of them. */
export async function frameDetail({
  clip,
  prediction,
}: Pick<EvaluatedClip, "clip" | "prediction">): Promise<FrameDetail> {
  const { truth, frameRate } = clip;
  return { truth, frameRate, thumbnails: await thumbnails(clip, prediction.frameNumbers) };
}
