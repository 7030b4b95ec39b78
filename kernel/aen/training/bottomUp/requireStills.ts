import type { ClipSet } from "../../clips/clipSet.js";

/** @throws RangeError when a clip has more than one frame: it then is no still, and only its first frame would count */
export function requireStills({ clips }: ClipSet): void {
  const longer = clips.filter(({ frameCount }) => frameCount !== 1);
  if (longer.length === 0) return;
  const [{ id, frameCount }] = longer;
  throw new RangeError(
    `${longer.length} of ${clips.length} clips are no stills: "${id}" has ${frameCount} frames. Read stills with aen.stills, or ` +
      "take them from clips with aen.clips.stills.",
  );
}
