import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import path from "node:path";
import { makeFolder, writeAtomically } from "../../../files/writeAtomically.js";
import type { ImportRecipe } from "./clipRecord.js";
import { safeName } from "./folderNames.js";
import { importWriteError } from "./importWriteError.js";
import type { VideoFile } from "./videoFile.js";

/** The default cache folder for cropped faces. */
const usualCache = path.join(".aen", "clips");

/**
 * The cache folder for a video's frames; a different video or recipe has a different folder. The cache
 * is created if missing, for the user alone below `.aen`, and kept out of git.
 * @throws DataError when the cache is not writable
 */
export async function cacheFolder(
  { file, bytes, changed }: VideoFile,
  recipe: ImportRecipe,
  cache = usualCache,
): Promise<string> {
  prepareCache(cache);
  const key = JSON.stringify([path.resolve(file), bytes, changed, recipe]);
  const digest = createHash("sha256").update(key).digest("hex").slice(0, 12);
  return path.resolve(cache, `${safeName(path.parse(file).name)}-${digest}`);
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
