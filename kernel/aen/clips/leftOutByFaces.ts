import type { Clip } from "./clip.js";
import { framesWithFace } from "./framesWithFace.js";
import type { LeftOutClip } from "./leftOutClips.js";

/** The share of frames that must show a face where nothing else is asked for. */
export const usualFaceShare = 0.5;

/** Why a clip is left out for its frames without a face; null where enough show one. */
export function tooFewFaces(clip: Pick<Clip, "frameCount" | "faceSights">, share: number): string | null {
  const found = framesWithFace(clip).length;
  if (found >= share * clip.frameCount) return null;
  return `${start}${found} of ${clip.frameCount} frames, less than ${Number((100 * share).toFixed(1))} %`;
}

const start = "it shows a face in ";

/** Whether a clip was left out for its frames without a face. */
export function isLeftOutByFaces({ reason }: LeftOutClip): boolean {
  return reason.startsWith(start);
}

/**
 * Options as a record keeps them: with the share of frames with a face where clips were left out by it. A record without
 * it, which an earlier version may have written, leaves no clip out.
 */
export function withFaceShare<Options extends { readonly faceShare?: number }>(
  options: Options,
  { leftOut }: { readonly leftOut: readonly LeftOutClip[] },
): Options {
  if (!leftOut.some(isLeftOutByFaces)) return options;
  return { ...options, faceShare: options.faceShare ?? usualFaceShare };
}

/** @throws RangeError for a share that is not from 0 to 1 */
export function requireFaceShare(share: number): void {
  if (share >= 0 && share <= 1) return;
  throw new RangeError(
    `"faceShare", the share of a clip's frames that must show a face, must lie from 0 to 1, got ${share}.`,
  );
}
