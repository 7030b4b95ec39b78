import type { Clip } from "../clips/clip.js";
import type { ClipSet } from "../clips/clipSet.js";
import { remark } from "../host/remark.js";

/**
 * The clips of a set that training can use: those with a label that show a face in some frame, or in which none was
 * searched for. The user is told how many are left out and why.
 * @throws RangeError when there are none
 */
export function labelled(clips: ClipSet): ClipSet {
  const withLabel = keeping(clips, ({ label }) => label !== null, "have no label");
  if (withLabel.length === 0)
    throw new RangeError("Training needs labelled clips, and none of these has a label.");
  const showsFace = ({ faceSights }: Clip) => !faceSights || faceSights.some((sight) => sight !== "none");
  const withFace = keeping(withLabel, showsFace, "show no face in any frame");
  if (withFace.length === 0)
    throw new RangeError("Training needs clips that show a face, and none of these does in any frame.");
  return withFace;
}

function keeping(clips: ClipSet, keep: (clip: Clip) => boolean, why: string): ClipSet {
  const out = clips.clips.filter((clip) => !keep(clip)).map(({ id }) => id);
  if (out.length === 0) return clips;
  if (out.length < clips.length) {
    const named = out.length > 3 ? `${out.slice(0, 3).join(", ")}, ...` : out.join(", ");
    remark(`training leaves out ${out.length} of ${clips.length} clips, which ${why}: ${named}.`);
  }
  return clips.filter(keep);
}
