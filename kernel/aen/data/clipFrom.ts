import { stat } from "node:fs/promises";
import type { Clip } from "./clip.js";
import { clipFromFolder } from "./images/fromFolder.js";
import { clipFromVideo, type VideoClipOptions } from "./video/fromVideos.js";

/**
 * A recording as a clip: a video file (the face in it is found and followed) or a folder of frame images.
 * @throws DataError when there is neither, or it cannot be used
 */
export async function clipFrom(path: string, options: VideoClipOptions = {}): Promise<Clip> {
  const isFolder = await stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
  return isFolder ? clipFromFolder(path, options) : clipFromVideo(path, options);
}
