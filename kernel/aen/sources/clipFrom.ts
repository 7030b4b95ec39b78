import { stat } from "node:fs/promises";
import type { Clip } from "../clips/clip.js";
import type { ClipSet } from "../clips/clipSet.js";
import { clipsFromDescription, type DescribedOptions } from "./datasets/describedClips.js";
import { clipFromFolder } from "./images/fromFolder.js";
import { clipFromVideo, type VideoClipOptions } from "./video/fromVideos.js";

/**
 * The clips of a data set described by a JSON file (`aen.clips.writeDescription` writes such files).
 * @throws DataError when the file is not a description, or the data have changed since
 */
export function clipFrom(path: `${string}.json`, options?: DescribedOptions): Promise<ClipSet>;
/**
 * A recording as a clip: a video file (its face is detected and tracked) or a folder of frame images.
 * @throws DataError when the path is neither, or cannot be used
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
  const labels = options.labelSet;
  return isFolder ? clipFromFolder(path, { ...options, labels }) : clipFromVideo(path, options);
}
