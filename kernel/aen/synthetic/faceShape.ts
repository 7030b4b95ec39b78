import { pullField, smooth, type Pull } from "./displacement.js";
import type { BaseFace } from "./faceMesh.js";
import type { Identity, ShapeAxis } from "./identity.js";
import { eye, lips } from "./landmarks.js";

const only = (...rows: readonly (readonly number[])[]) =>
  new Map(rows.flat().map((vertex): [number, number] => [vertex, 1]));

/** The effect on the skin of one unit along each shape axis. */
const pulls: Partial<Record<ShapeAxis, readonly Pull[]>> = {
  cheeks: [{ at: 205, by: [0.35, 0, 0.3], reach: 1.8 }],
  noseWidth: [{ at: 129, by: [0.22, 0, 0], reach: 0.8 }],
  noseLength: [{ at: 1, by: [0, -0.35, 0.1], reach: 1.1 }],
  noseHeight: [
    { at: 4, by: [0, 0, 0.4], reach: 1 },
    { at: 197, by: [0, 0, 0.3], reach: 1 },
  ],
  eyeSize: [
    { at: 159, by: [0, 0.1, 0], reach: 1.5, only: only(eye.upper, eye.upperFold) },
    { at: 145, by: [0, -0.07, 0], reach: 1.5, only: only(eye.lower, eye.lowerFold) },
  ],
  browHeight: [{ at: 105, by: [0, 0.3, 0], reach: 1.4 }],
  browTilt: [{ at: 70, by: [0, 0.35, 0], reach: 1.2 }],
  mouthWidth: [{ at: 61, by: [0.3, 0, -0.12], reach: 1.2 }],
  lipThickness: [
    { at: 37, by: [0, 0.14, 0.08], reach: 1.2, only: only(lips.upper[0]) },
    { at: 84, by: [0, -0.16, 0.08], reach: 1.2, only: only(lips.lower[0]) },
  ],
};

/** One person's neutral face, `[coarse vertices, 3]`. */
export function shapeFace(face: BaseFace, { shape }: Identity): Float32Array {
  const positions = face.mesh.positions.slice();
  for (const [axis, list] of Object.entries(pulls)) {
    const amount = shape[axis as ShapeAxis] + (axis === "eyeSize" ? 0.9 : 0);
    pullField(face, list).forEach((value, i) => (positions[i] += amount * value));
  }
  for (let i = 0; i < positions.length; i += 3) {
    const y = positions[i + 1];
    positions[i] *= 1 + 0.04 * shape.faceWidth + 0.07 * shape.jawWidth * smooth(-1, -6, y);
    positions[i + 1] = y * (1 + 0.035 * shape.faceLength) - 0.5 * shape.chinLength * smooth(-5.5, -9, y);
  }
  return positions;
}
