import type { Picture } from "../../../kernel/images/picture.js";
import type { Turn } from "../../../kernel/faces/turns.js";
import { PaintedFaceNets, facePoints } from "./paintedFaces.js";

const size = 112;

/** A picture of a square face, red above and yellow below, turned clockwise. */
export function paintTurned(
  width: number,
  height: number,
  at: { x: number; y: number; side: number },
  turn: Turn,
): Picture {
  const data = new Uint8Array(width * height * 3);
  for (let y = 0; y < at.side; y++) {
    for (let x = 0; x < at.side; x++) {
      const below = [y, at.side - 1 - x, at.side - 1 - y, x][turn] >= at.side / 2;
      data.set([250, 20, below ? 250 : 20], ((at.y + y) * width + at.x + x) * 3);
    }
  }
  return { width, height, data };
}

/** Networks that know the points of an upright face alone; of others they guess, like the real ones. */
export class UprightFaceNets extends PaintedFaceNets {
  override async landmarks(pixels: Uint8Array): Promise<Float32Array> {
    const points = await super.landmarks(pixels);
    const patches = pixels.length / (size * size * 3);
    for (let patch = 0; patch < patches; patch++) {
      if (isUpright(pixels.subarray(patch * size * size * 3, (patch + 1) * size * size * 3))) continue;
      facePoints.forEach((_, point) => (points[(patch * 68 + point) * 2] += 0.2 * (patch % 3)));
    }
    return points;
  }
}

/** Whether the blue half of the face lies below. */
function isUpright(patch: Uint8Array): boolean {
  let [across, down, count] = [0, 0, 0];
  for (let at = 0; at < size * size; at++) {
    if (patch[3 * at] < 128) continue;
    const side = patch[3 * at + 2] > 128 ? 1 : -1;
    across += side * (at % size);
    down += side * Math.floor(at / size);
    count++;
  }
  return count > 0 && down > Math.abs(across);
}
