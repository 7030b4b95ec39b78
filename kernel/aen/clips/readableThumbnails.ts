import { remark } from "../host/remark.js";
import type { Clip } from "./clip.js";
import { type ThumbnailFormat, thumbnails } from "./thumbnails.js";
import { messageOf } from "../../contracts/messageOf.js";

let told = false;

/**
 * As {@link thumbnails}, for views that can do without: where frames can no longer be read, e.g. after a folder was moved,
 * each picture is "". Told once.
 */
export async function readableThumbnails(
  clip: Clip,
  frames: readonly number[],
  height?: number,
  format?: ThumbnailFormat,
): Promise<string[]> {
  try {
    return await thumbnails(clip, frames, height, format);
  } catch (error) {
    if (!told)
      remark(`views lack the pictures that cannot be read, first of "${clip.id}": ${messageOf(error)}`);
    told = true;
    return frames.map(() => "");
  }
}
