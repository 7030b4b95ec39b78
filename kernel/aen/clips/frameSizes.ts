import type { Clip } from "./clip.js";

/** Of larger sets so many clips are looked at: looking at every picture of 39,000 clips would take minutes. */
const mostLookedAt = 100;

/**
 * Says which clips have frames that differ in size, which are read in the size of the first.
 * @param source the file or folder of the clips
 * @returns at most one sentence
 */
export async function remarksOnSizes(clips: readonly Clip[], source: string): Promise<string[]> {
  const looked = spread(clips.filter(({ frameSizes }) => frameSizes !== undefined));
  const found: string[] = [];
  for (const clip of looked) {
    const sizes = new Set((await clip.frameSizes!()).map((size) => size.join(" x ")));
    if (sizes.size > 1) found.push(`"${clip.id}" (${[...sizes].slice(0, 2).join(" and ")} pixels)`);
  }
  if (found.length === 0) return [];
  const of =
    looked.length < clips.length ? `${looked.length} clips that were looked at` : `${clips.length} clips`;
  const others = found.length > 1 ? `, first ${found[0]}` : `: ${found[0]}`;
  return [
    `${source}: frames differ in size in ${found.length} of ${of}${others}. They are resized to the first frame's size; ` +
      "check that all show the face alike.",
  ];
}

/** At most {@link mostLookedAt}, evenly spread. */
function spread(clips: readonly Clip[]): Clip[] {
  const count = Math.min(mostLookedAt, clips.length);
  return Array.from({ length: count }, (_, at) => clips[Math.floor((at * clips.length) / count)]);
}
