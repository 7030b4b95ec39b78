import { similarity } from "./affine.js";
import { eyesAndMouth, type Landmarks } from "./landmarks.js";
import type { Affine } from "./warpPicture.js";

/**
 * Positions of the eyes and mouth in an aligned face, as fractions of its side. The proportions are those of the
 * five-point template for face recognition at 112 x 112; the face is slightly smaller, to keep the brows and chin
 * inside, which matter for expressions.
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
