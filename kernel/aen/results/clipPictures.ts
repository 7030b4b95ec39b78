import { middleFrameWithFace } from "../clips/framesWithFace.js";
import type { thumbnails } from "../clips/thumbnails.js";
import { readableThumbnails } from "../clips/readableThumbnails.js";
import type { FrameDetail } from "../../figures/bundles/clipPayload.js";
import { usualSettings } from "../host/usualSettings.js";
import type { EvaluatedClip } from "./evaluatedClip.js";

/** Pictures that lead a reader from a figure to the clips behind it. */
export interface ClipPictures {
  /** One picture per clip, by id, as a data URI. */
  readonly thumbnails: ReadonlyMap<string, string>;
  /** The frames of misclassified clips, by id. */
  readonly frames: ReadonlyMap<string, FrameDetail>;
}

/** Few enough to keep a saved notebook small: a view asks the kernel for the pictures that it lacks. */
const mostClips = 300;
const usualTimelines = 4;

/** Pictures of evaluated clips, as far as they can be read: the middle frame of each (or the nearest to it with a face), and every frame the network saw of misclassified ones. */
export async function clipPictures(evaluated: readonly EvaluatedClip[]): Promise<ClipPictures> {
  const wrong = evaluated.filter(
    ({ prediction: { label }, namedIndex }) => label !== null && namedIndex !== label,
  );
  const stills = evaluated.slice(0, mostClips).map(async ({ clip, prediction }) => {
    const { frameNumbers } = prediction;
    const [picture] = await readableThumbnails(clip, [middleFrameWithFace(clip, frameNumbers)], 40, "webp");
    return [clip.id, picture] as const;
  });
  const readable = (await Promise.all(stills)).filter(([, picture]) => picture !== "");
  return { thumbnails: new Map(readable), frames: await framesOfFirst(wrong) };
}

/** Only views in browsers show these. */
const forViews: typeof thumbnails = (clip, frames, height) =>
  readableThumbnails(clip, frames, height, "webp");

/** The frames of the first clips, with their pictures, by id. */
export async function framesOfFirst(
  clips: readonly Pick<EvaluatedClip, "clip" | "prediction">[],
): Promise<Map<string, FrameDetail>> {
  const details = clips
    .slice(0, usualSettings().clipsWithFrames ?? usualTimelines)
    .map(async (one) => [one.clip.id, await frameDetail(one, forViews)] as const);
  return new Map(await Promise.all(details));
}

/**
 * Pictures of all frames that the network saw of a clip, and what is known about them.
 * @param read what to do where frames cannot be read: by default go without pictures
 */
export async function frameDetail(
  { clip, prediction }: Pick<EvaluatedClip, "clip" | "prediction">,
  read: typeof thumbnails = readableThumbnails,
): Promise<FrameDetail> {
  const { truth, frameRate } = clip;
  return { truth, frameRate, thumbnails: await read(clip, prediction.frameNumbers) };
}
