import type { ClipFacts } from "../../clips/clipFacts.js";
import type { FrameFolderClip } from "../images/frameFolderClip.js";
import { cacheFolder } from "./clipCache.js";
import { recipeOf, type ImportRecipe } from "./clipRecord.js";
import { importClip } from "./importClip.js";
import type { ImportRun } from "./importStage.js";
import type { VideoFile } from "./videoFile.js";

interface FaceClipOptions extends Partial<
  Pick<ImportRecipe, "size" | "withoutFace" | "allowIncomplete" | "person">
> {
  readonly frameRate?: number;
  /** The folder that caches cropped faces. @default ".aen/clips" */
  readonly cache?: string;
}

/**
 * A video as the clip of the face in it, searched for once: later calls with the same options find it in the cache.
 * @throws DataError when the video is unusable, truncated or without a face, or the cache not writable
 */
export async function faceClip(
  video: VideoFile,
  known: ClipFacts & { readonly id: string },
  { cache, ...options }: FaceClipOptions,
  run: ImportRun,
): Promise<FrameFolderClip> {
  const recipe = recipeOf(options, "png");
  return importClip(video, await cacheFolder(video, recipe, cache), recipe, known, run);
}
