import { DataError } from "../../../files/dataError.js";
import type { Clip } from "../../clips/clip.js";
import { ClipSet } from "../../clips/clipSet.js";
import {
  isLeftOutByFaces,
  requireFaceShare,
  tooFewFaces,
  usualFaceShare,
} from "../../clips/leftOutByFaces.js";
import { isOfOneClip } from "./isOfOneClip.js";
import { leftOutSentence, type LeftOutClip } from "../../clips/leftOutClips.js";
import { clipsOfBadFrames } from "./badFrames.js";
import { Breath } from "./breath.js";
import { remarksOnCopies } from "./copies.js";
import { remarksOnNames } from "./unevenFrames.js";
import { nearNamesText } from "../../clips/nearNames.js";
import { remarksOnSizes } from "../../clips/frameSizes.js";
import { remark } from "../../host/remark.js";
import type { LabelSet } from "../../labels.js";

/** Which clips of a source are used: the same for every source. */
export interface GatherOptions {
  /**
   * Clips with fewer frames are left out and named. The published reader takes 16 (SPEC.md, section 2), so that is the
   * default for lists and published data sets; elsewhere it is 1.
   */
  readonly atLeast?: number;
  /**
   * Clips of which a smaller share of frames shows a face, from 0 to 1, are left out and named; 0 keeps all. Where no faces
   * are searched for, every frame counts as showing one. @default 0.5
   */
  readonly faceShare?: number;
  /**
   * What becomes of a clip that cannot be used: "stop" throws its error; "skip" leaves it out, names it with the reason
   * and lists it in `leftOut` of the set. @default "skip" for published data sets, "stop" elsewhere
   */
  readonly onProblem?: "stop" | "skip";
  /**
   * Look at every frame when opening, so that clips with frames that are missing, cannot be read or are damaged are found
   * before anything is trained. Without it, up to 2,000 frames are looked at, and others when they are first read. A set of
   * 600,000 frames takes some minutes.
   */
  readonly checkFrames?: boolean;
  readonly signal?: AbortSignal;
}

/** Something to open as a clip. */
export interface Opening {
  /** As the source names it. */
  readonly name: string;
  /** Null leaves the clip out because of its label. */
  readonly open: (() => Promise<Clip> | Clip) | null;
}

/**
 * Opens clips one by one into a set, which lists those that were left out; the user is told of them.
 * @param source the file or folder that names them, for messages
 * @throws DataError of the first clip that cannot be used (onProblem: "stop"), or where none is left; RangeError for a
 *   faceShare that is not from 0 to 1
 */
export async function gatherClips(
  openings: readonly Opening[],
  labels: LabelSet,
  source: string,
  options: GatherOptions,
): Promise<ClipSet> {
  const { atLeast = 1, faceShare = usualFaceShare, onProblem = "stop", checkFrames, signal } = options;
  requireFaceShare(faceShare);
  const clips: Clip[] = [];
  const leftOut: LeftOutClip[] = [];
  const breath = new Breath();
  for (const { name, open } of openings) {
    await breath.take();
    signal?.throwIfAborted();
    try {
      const clip = open && (await open());
      const reason = clip === null ? byLabel : (tooShort(clip, atLeast) ?? tooFewFaces(clip, faceShare));
      if (clip !== null && reason === null) clips.push(clip);
      else leftOut.push({ clip: name, reason: reason! });
    } catch (error) {
      if (!isOfOneClip(error)) throw error;
      if (onProblem === "stop") throw openings.length > 1 ? error.advising(skipping) : error;
      leftOut.push({ clip: name, reason: error.message });
    }
  }
  for (const { clip, error } of await clipsOfBadFrames(clips, checkFrames, signal)) {
    if (onProblem === "stop") throw openings.length > 1 ? error.advising(skipping) : error;
    leftOut.push({ clip: clip.id, reason: error.message });
    clips.splice(clips.indexOf(clip), 1);
  }
  if (clips.length === 0) throw noneLeft(leftOut, source, atLeast);
  (await remarksOnSizes(clips, source)).forEach(remark);
  (await remarksOnNames(clips, source)).forEach(remark);
  (await remarksOnCopies(clips, source, signal)).forEach(remark);
  const nearNames = nearNamesText(clips);
  if (nearNames !== null) remark(`${source}: ${nearNames}`);
  if (leftOut.length > 0) remark(`${source}: ${leftOutSentence(leftOut, openings.length)}`);
  return new ClipSet(clips, labels).leavingOut(leftOut);
}

const skipping = 'With onProblem: "skip", clips that cannot be used are left out and listed.';

const byLabel = "its label is left out by the label map";

function tooShort({ frameCount }: Clip, atLeast: number): string | null {
  if (frameCount >= atLeast) return null;
  return `it has ${frameCount} ${frameCount === 1 ? "frame" : "frames"}, fewer than ${atLeast}`;
}

function noneLeft(leftOut: readonly LeftOutClip[], source: string, atLeast: number): DataError {
  if (leftOut.length > 0 && leftOut.every(({ reason }) => reason.includes(`fewer than ${atLeast}`))) {
    return new DataError(
      `all ${leftOut.length} clips have fewer than ${atLeast} frames. Pass a smaller atLeast.`,
      { file: source },
    );
  }
  if (leftOut.length > 0 && leftOut.every(isLeftOutByFaces)) {
    const [{ clip, reason }] = leftOut;
    return new DataError(
      `all ${leftOut.length} clips show a face in too few frames. The first, ${clip}: ${reason}. Pass a smaller faceShare.`,
      { file: source },
    );
  }
  const why = leftOut.length > 0 ? ` The first, ${leftOut[0].clip}: ${leftOut[0].reason}` : "";
  return new DataError(`none of the ${leftOut.length} clips can be used.${why}`, { file: source });
}
