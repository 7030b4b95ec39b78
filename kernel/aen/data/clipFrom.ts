import { stat } from "node:fs/promises";
import type { Clip } from "./clip.js";
import type { ClipSet } from "./clipSet.js";
import { clipsFromDescription, type DescribedOptions } from "./datasets/describedClips.js";
import { clipFromFolder } from "./images/fromFolder.js";
import { clipFromVideo, type VideoClipOptions } from "./video/fromVideos.js";

/**
 * The clips of a data set that a JSON file describes (`aen.clips.describe` writes such files).
 * @throws DataError when it is no description, or the data have changed since
 */
export function clipFrom(path: `${string}.json`, options?: DescribedOptions): Promise<ClipSet>;
/**
 * A recording as a clip: a video file (the face in it is found and followed) or a folder of frame images.
 * @throws DataError when there is neither, or it cannot be used
 */
export function clipFrom(path: string, options?: VideoClipOptions): Promise<Clip>;
export async function clipFrom(
  path: string,
  options: VideoClipOptions & DescribedOptions = {},
): Promise<Clip | ClipSet> {
  if (path.endsWith(".json")) return clipsFromDescription(path, options);
  const isFolder = await stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
  return isFolder ? clipFromFolder(path, options) : clipFromVideo(path, options);
}
