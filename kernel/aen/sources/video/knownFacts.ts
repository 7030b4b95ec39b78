import { readFile } from "node:fs/promises";
import { writeAtomically } from "../../../files/writeAtomically.js";
import { cacheFolder } from "./clipCache.js";
import { recipeOf } from "./clipRecord.js";
import { measureVideo, type MeasureOptions } from "./measureVideo.js";
import type { VideoFacts } from "./videoFacts.js";
import type { VideoFile } from "./videoFile.js";

/**
 * The facts of a video: from the cache, or measured and put there. A cache that cannot be written is no obstacle.
 * @throws DataError when the file is not a video, truncated or damaged
 */
export async function knownFacts(
  video: VideoFile,
  options: MeasureOptions & { readonly cache?: string },
): Promise<VideoFacts> {
  const { frameRate, allowIncomplete, cache } = options;
  const recipe = recipeOf({ faces: false, frameRate, allowIncomplete }, "png");
  const file = await cacheFolder(video, recipe, cache).then((folder) => `${folder}.facts.json`, () => null); // prettier-ignore
  const known = file && (await readFacts(file));
  if (known) return known;
  const facts = await measureVideo(video, options);
  if (file) keep(file, facts);
  return facts;
}

async function readFacts(file: string): Promise<VideoFacts | null> {
  try {
    const { kind, version, facts } = JSON.parse(await readFile(file, "utf8")) as Record<string, unknown>;
    return kind === "aen video facts" && version === 1 ? (facts as VideoFacts) : null;
  } catch {
    return null;
  }
}

function keep(file: string, facts: VideoFacts): void {
  try {
    writeAtomically(file, `${JSON.stringify({ kind: "aen video facts", version: 1, facts })}\n`);
  } catch {
    return; // it is measured again next time
  }
}
