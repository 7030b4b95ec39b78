import { existsSync } from "node:fs";
import path from "node:path";
import { sampleOfFile } from "../../../files/sampleOfFile.js";
import { makeFolder, writeAtomically } from "../../../files/writeAtomically.js";
import type { ImportRecipe } from "./clipRecord.js";
import { safeName } from "./folderNames.js";
import { importWriteError } from "./importWriteError.js";
import type { VideoFile } from "./videoFile.js";
import { sha256 } from "../../../files/sha256.js";

/** The default cache folder for cropped faces. */
const usualCache = path.join(".aen", "clips");

/**
 * The cache folder for a video's frames; a different video or recipe has a different folder, a video that was moved the same.
 * A folder of earlier versions, which went by the video's absolute path, is used on. The cache is created if missing, for the
 * user alone below `.aen`, and kept out of git.
 * @throws DataError when the cache is not writable
 */
export async function cacheFolder(
  video: VideoFile,
  recipe: ImportRecipe,
  cache = usualCache,
): Promise<string> {
  prepareCache(cache);
  const { file, name, bytes, changed } = video;
  const folder = (key: unknown) =>
    path.resolve(cache, `${safeName(path.parse(file).name)}-${sha256(JSON.stringify(key)).slice(0, 12)}`);
  const earlier = folder([path.resolve(file), bytes, changed, recipe]);
  if (existsSync(`${earlier}.json`) || existsSync(`${earlier}.facts.json`)) return earlier;
  return folder([name, bytes, changed, sampleOfFile(file), recipe]);
}

function prepareCache(cache: string): void {
  try {
    makeFolder(cache);
    const ignore = path.join(cache, ".gitignore");
    if (!existsSync(ignore)) writeAtomically(ignore, "*\n");
  } catch (error) {
    throw importWriteError(cache, error);
  }
}
