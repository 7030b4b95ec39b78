import { similarity } from "./affine.js";
import { eyesAndMouth, type Landmarks } from "./landmarks.js";
import type { Affine } from "./samplePicture.js";

/**
 * Where eyes and mouth come to lie in an aligned face, in parts of its side. The proportions are those of the
 * five-point template that face recognition uses at 112 x 112; the face is drawn a little smaller, so that brows
 * and chin stay inside, which expressions need.
 */
export const alignedPoints = [
  { x: 0.355, y: 0.4 },
  { x: 0.645, y: 0.4 },
  { x: 0.5, y: 0.735 },
] as const;

/** The map from the pixels of an aligned face of `size` pixels a side to those of the picture. */
export function alignFace(landmarks: Landmarks, size: number): Affine {
  const template = alignedPoints.map(({ x, y }) => ({ x: x * size, y: y * size }));
  return similarity(template, eyesAndMouth(landmarks));
}
