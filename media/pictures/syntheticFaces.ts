import { writeFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { contactSheet, frameSheet } from "../../kernel/aen/clips/clipSheet.js";
import { syntheticClips } from "../../kernel/aen/synthetic/syntheticClips.js";

/** Seven emotions by eight people. @returns a PNG */
export async function syntheticFaces(): Promise<Buffer> {
  const set = await syntheticClips({ perEmotion: 8, identities: 8, seed: 7, deviating: 0, difficulty: 0.15 });
  return contactSheet(set, { columns: 8, tile: 96, colours: 224 });
}

/** Clips frame by frame, with frames that deviate in every way. @returns a PNG */
export async function deviatingFrames(): Promise<Buffer> {
  const set = await syntheticClips({ perEmotion: 8, identities: 8, seed: 7, deviating: 0.4, frames: 12 });
  const seen = new Set<string>();
  const telling = set.clips.filter(({ truth }) => {
    const kinds = truth!.flatMap(({ deviation }) => deviation ?? []);
    const fresh = kinds.filter((kind) => !seen.has(kind));
    fresh.forEach((kind) => seen.add(kind));
    return fresh.length > 0;
  });
  return frameSheet(telling, set.labels, { columns: 12, tile: 80, colours: 224 });
}

/** `npx tsx media/pictures/syntheticFaces.ts` redraws the pictures for the documentation. */
if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await writeFile(new URL("./synthetic-faces.png", import.meta.url), await syntheticFaces());
  await writeFile(new URL("./deviating-frames.png", import.meta.url), await deviatingFrames());
}
