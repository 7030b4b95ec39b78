import type { DataError } from "../../../files/dataError.js";
import type { Clip } from "../../clips/clip.js";
import { noteDamagedFrames } from "../../clips/damagedFrames.js";
import { isOfOneClip } from "./isOfOneClip.js";

/** So many frames are looked at unless all are asked for: about a second. */
const framesLookedAt = 2000;

/**
 * Looks at the stored frames of clips, before any is used: at all, or at the JPEGs of as many clips, evenly spread, as have
 * some 2,000 frames. The user is told which are damaged.
 * @param all undefined or false: a clip whose folder is opened with its first frame is not looked at, and a picture that
 *   cannot be read is left to its reading
 * @returns the clips that cannot be used, with the reason
 */
export async function clipsOfBadFrames(
  clips: readonly Clip[],
  all = false,
  signal?: AbortSignal,
): Promise<{ clip: Clip; error: DataError }[]> {
  const stored = clips.filter((clip) => clip.damagedFrames && (all || clip.frameSizes));
  const bad: { clip: Clip; error: DataError }[] = [];
  for (const clip of all ? stored : spread(stored)) {
    try {
      noteDamagedFrames(clip, await clip.damagedFrames!(all ? "all" : "JPEGs", signal));
    } catch (error) {
      if (!isOfOneClip(error)) throw error;
      const isUnreadable = error.cause !== undefined;
      if (all || !isUnreadable) bad.push({ clip, error });
    }
  }
  return bad;
}

function spread(clips: readonly Clip[]): readonly Clip[] {
  const frames = clips.reduce((sum, { frameCount }) => sum + frameCount, 0);
  if (frames <= framesLookedAt) return clips;
  const count = Math.max(1, Math.floor((clips.length * framesLookedAt) / frames));
  return Array.from({ length: count }, (_, at) => clips[Math.floor((at * clips.length) / count)]);
}
