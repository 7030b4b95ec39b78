import type { FaceSight } from "../../contracts/frameTruth.js";
import type { FrameReading, Reading } from "./readings.js";

const ofSight: Readonly<Record<FaceSight, string>> = {
  seen: "",
  covered: "face partly covered",
  bridged: "face not found, place taken from the frames around",
  none: "no face",
};

const notFinite = "scores are not finite";

/** What to mind about a frame; "" for nothing. */
export function frameWarning({ sight, emotions }: FrameReading): string {
  const scores = sight !== "none" && emotions === null ? notFinite : "";
  return [ofSight[sight], scores].filter((text) => text !== "").join("; ");
}

/**
 * What to mind about a clip; "" for nothing.
 * @param seen how many frames the network takes from a clip
 */
export function clipWarning(frames: readonly FrameReading[], clip: Reading, seen: number): string {
  const few = `only ${frames.length} of the ${seen} frames that the network takes: some count twice`;
  return [
    ...(["none", "covered", "bridged"] as const).map((sight) => shareOf(sight, frames)),
    frames.length < seen ? few : "",
    clip.emotions === null || clip.sentiments === null ? notFinite : "",
  ]
    .filter((text) => text !== "")
    .join("; ");
}

function shareOf(sight: FaceSight, frames: readonly FrameReading[]): string {
  const count = frames.filter((frame) => frame.sight === sight).length;
  return count === 0 ? "" : `${ofSight[sight]} in ${count} of ${frames.length} frames`;
}
