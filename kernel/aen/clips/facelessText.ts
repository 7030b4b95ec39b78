import type { Clip } from "./clip.js";
import { framesWithFace, someWithoutFace } from "./framesWithFace.js";

type Counted = Pick<Clip, "faceSights" | "frameCount">;

/** "146 of 275 frames show no face, in 1 of 3 clips"; "" where all frames show one. */
export function facelessText(clips: readonly Counted[]): string {
  const marked = clips.filter((clip) => someWithoutFace([clip]));
  if (marked.length === 0) return "";
  const frames = clips.reduce((sum, { frameCount }) => sum + frameCount, 0);
  const without = marked.reduce((sum, clip) => sum + clip.frameCount - framesWithFace(clip).length, 0);
  const verb = without === 1 ? "shows" : "show";
  return `${without} of ${frames} frames ${verb} no face, in ${marked.length} of ${clips.length} clips`;
}
