import { DataError } from "../../files/dataError.js";
import type { Clip } from "../clips/clip.js";
import { ClipSet } from "../clips/clipSet.js";
import { isLeftOutByFaces, requireFaceShare, tooFewFaces, usualFaceShare } from "../clips/leftOutByFaces.js";
import { leftOutSentence, type LeftOutClip } from "../clips/leftOutClips.js";
import { remark } from "../host/remark.js";
import type { LabelSet } from "../labels.js";

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
  { atLeast = 1, faceShare = usualFaceShare, onProblem = "stop", signal }: GatherOptions,
): Promise<ClipSet> {
  requireFaceShare(faceShare);
  const clips: Clip[] = [];
  const leftOut: LeftOutClip[] = [];
  for (const { name, open } of openings) {
    signal?.throwIfAborted();
    try {
      const clip = open && (await open());
      const reason = clip === null ? byLabel : (tooShort(clip, atLeast) ?? tooFewFaces(clip, faceShare));
      if (clip !== null && reason === null) clips.push(clip);
      else leftOut.push({ clip: name, reason: reason! });
    } catch (error) {
      if (onProblem === "stop" || !isOfOneClip(error)) throw error;
      leftOut.push({ clip: name, reason: error.message });
    }
  }
  if (clips.length === 0) throw noneLeft(leftOut, source, atLeast);
  if (leftOut.length > 0) remark(`${source}: ${leftOutSentence(leftOut, openings.length)}`);
  return new ClipSet(clips, labels).leavingOut(leftOut);
}

/** Whether an error is in the user's data, and not the machine's, which would leave out whatever comes next. */
export function isOfOneClip(error: unknown): error is DataError {
  if (!(error instanceof DataError) || error.file === undefined) return false;
  const { code } = (error.cause ?? {}) as NodeJS.ErrnoException;
  return !machineErrors.includes(code ?? "");
}

const machineErrors = ["ENOSPC", "EDQUOT", "EROFS", "EMFILE", "ENFILE", "ENOMEM"];

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
