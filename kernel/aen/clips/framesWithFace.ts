import type { Clip } from "./clip.js";

type Seen = Pick<Clip, "faceSights">;

/** Whether a frame shows a face; where no faces were searched for, every frame is taken to. */
export function showsFace({ faceSights }: Seen, frame: number): boolean {
  return faceSights?.[frame] !== "none";
}

/** The numbers of the frames that show a face, in order. */
export function framesWithFace(clip: Seen & Pick<Clip, "frameCount">): number[] {
  const all = Array.from({ length: clip.frameCount }, (_, frame) => frame);
  return clip.faceSights ? all.filter((frame) => showsFace(clip, frame)) : all;
}

/** Which of some frames show no face, each once; undefined where all show one. */
export function withoutFace(clip: Seen, frameNumbers: readonly number[]): number[] | undefined {
  const without = [...new Set(frameNumbers.filter((frame) => !showsFace(clip, frame)))];
  return without.length === 0 ? undefined : without;
}

/** For each of some frames itself, or the nearest frame of the clip that shows a face; itself where none does. */
export function nearestFaces(
  clip: Seen & Pick<Clip, "frameCount">,
  frameNumbers: readonly number[],
): readonly number[] {
  if (withoutFace(clip, frameNumbers) === undefined) return frameNumbers;
  const faces = framesWithFace(clip);
  return frameNumbers.map((frame) =>
    faces.reduce(
      (best, face) => (Math.abs(face - frame) < Math.abs(best - frame) ? face : best),
      showsFace(clip, frame) ? frame : (faces[0] ?? frame),
    ),
  );
}

/** The share of a clip's frames that show a face, 0 to 1. */
export function faceShare(clip: Seen & Pick<Clip, "frameCount">): number {
  return clip.frameCount === 0 ? 0 : framesWithFace(clip).length / clip.frameCount;
}

/** Whether any frame of some clips shows no face. */
export function someWithoutFace(clips: Iterable<Seen>): boolean {
  for (const { faceSights } of clips) if (faceSights?.includes("none")) return true;
  return false;
}

/** Of some frames the one nearest to the middle that shows a face; the middle one where none does. */
export function middleFrameWithFace(clip: Seen, frameNumbers: readonly number[]): number {
  const middle = Math.floor(frameNumbers.length / 2);
  const places = frameNumbers
    .map((_, place) => place)
    .filter((place) => showsFace(clip, frameNumbers[place]));
  const nearest = places.reduce(
    (best, place) => (Math.abs(place - middle) < Math.abs(best - middle) ? place : best),
    places[0] ?? middle,
  );
  return frameNumbers[nearest];
}
