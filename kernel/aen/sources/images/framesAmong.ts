import { readdirSync, statSync } from "node:fs";
import path from "node:path";
import { DataError } from "../../../files/dataError.js";
import { isVideoName } from "../../../files/videoNames.js";
import { isImageName, sortFrameNames } from "./frameNames.js";

/**
 * The pictures of a folder of frames, in temporal order.
 * @param names all that is in the folder
 * @throws DataError where videos are there too, also in its folders: the pictures may be previews, and as one clip they would
 *   stand for several recordings
 */
export function framesAmong(names: readonly string[], folder: string): readonly string[] {
  const frames = sortFrameNames(names.filter(isImageName));
  if (frames.length === 0 || frames.length === names.length) return frames;
  const [video] = names.filter((name) => !isImageName(name)).flatMap((name) => videosOf(folder, name));
  if (video === undefined) return frames;
  throw new DataError(
    `it contains pictures (${frames[0]}${frames.length > 1 ? ", ..." : ""}) and videos (${video}, ...), so that its recordings ` +
      "could be either. Move the pictures or the videos to a folder of their own.",
    { file: folder },
  );
}

/** The entry if it is a video, or a video below it. */
function videosOf(folder: string, name: string): string[] {
  if (isVideoName(name)) return [name];
  if (name.startsWith(".")) return [];
  const place = path.join(folder, name);
  if (!statSync(place, { throwIfNoEntry: false })?.isDirectory()) return [];
  const below = namesBelow(place).find((inside) => isVideoOnly(path.basename(inside)));
  return below === undefined ? [] : [path.posix.join(name, below.replaceAll("\\", "/"))];
}

/** ".gif" may be either. */
function isVideoOnly(name: string): boolean {
  return isVideoName(name) && !isImageName(name);
}

function namesBelow(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: "utf8" });
  } catch {
    return [];
  }
}
