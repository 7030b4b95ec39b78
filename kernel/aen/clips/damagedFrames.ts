import { remark } from "../host/remark.js";
import type { Clip, DamagedFrame } from "./clip.js";

/**
 * The largest share of a clip's pictures that may be damaged. Unlike a frame of a video, a damaged picture smears no other, so
 * that more are accepted.
 */
export const mostDamagedPictures = 0.1;

/** Whether so many damaged pictures are too many: more than one, and more than {@link mostDamagedPictures}. */
export function areTooMany(damaged: number, { frameCount }: Pick<Clip, "frameCount">): boolean {
  return damaged > Math.max(1, mostDamagedPictures * frameCount);
}

/** So many clips are told of one by one; then only their number, whenever it has doubled. */
const toldOneByOne = 5;

const known = new WeakMap<Clip, Map<number, string>>();
let clips = 0;
let next = 2 * toldOneByOne;

/** Keeps which frames of a clip are damaged; the user is told when the first of a clip are found. */
export function noteDamagedFrames(clip: Clip, damaged: readonly DamagedFrame[]): void {
  if (damaged.length === 0) return;
  const before = known.get(clip);
  const all = new Map([...(before ?? []), ...damaged]);
  known.set(clip, all);
  if (before === undefined) tell(clip, damaged);
}

/** The frames of a clip that are known to be damaged: those that were read or looked at. */
export function damagedFramesOf(clip: Clip): DamagedFrame[] {
  return [...(known.get(clip) ?? [])].sort(([a], [b]) => a - b);
}

/** E.g. `3 of 16 frames are damaged (first frame 4: its data end before the picture does)` */
export function damageText(
  damaged: readonly DamagedFrame[],
  { frameCount }: Pick<Clip, "frameCount">,
): string {
  const [[frame, damage]] = damaged;
  const [verb, first] = damaged.length === 1 ? ["is", "frame"] : ["are", "first frame"];
  return `${damaged.length} of ${frameCount} frames ${verb} damaged (${first} ${frame}: ${damage})`;
}

function tell(clip: Clip, damaged: readonly DamagedFrame[]): void {
  clips++;
  const where = "`damagedFrames` of the set lists them";
  if (clips <= toldOneByOne)
    remark(
      `"${clip.id}": ${damageText(damaged, clip)}; used as far as it can be decoded. Copy or download it again.`,
    );
  else if (clips === next) {
    remark(`${clips} clips so far have damaged frames; ${where}.`);
    next *= 2;
  }
}
