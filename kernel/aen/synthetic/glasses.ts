import type { Random } from "../../random/random.js";
import { eye } from "./landmarks.js";
import { makeTexture, type Part } from "./part.js";
import { tube, type Place } from "./tube.js";

/** A pair of glasses for a face with the given coarse positions. */
export function glasses(face: Float32Array, mirror: Uint16Array, random: Random): Part[] {
  const dark = random.chance(0.6) ? [34, 30, 32] : [92, 54, 34];
  const texture = makeTexture(4, 4, () => dark);
  const square = random.between(0.5, 1);
  const thickness = random.between(0.1, 0.17);
  const z = Math.max(face[168 * 3 + 2], face[6 * 3 + 2] - 0.2) + 0.5;
  return [0, 1].flatMap((turn) => {
    const at = (vertex: number) => face.subarray((turn ? mirror[vertex] : vertex) * 3);
    const side = turn ? 1 : -1;
    const [x, y] = [(at(eye.outer)[0] + at(eye.inner)[0]) / 2, (at(159)[1] + at(145)[1]) / 2 - 0.25];
    const rim = Array.from({ length: 29 }, (_, i): Place => {
      const angle = (i / 28) * 2 * Math.PI;
      const round = (value: number) => Math.sign(value) * Math.abs(value) ** square;
      const dx = 2.15 * round(Math.cos(angle));
      return [x + dx, y + 1.55 * round(Math.sin(angle)), z - 0.12 * Math.max(0, side * dx)];
    });
    const hinge: Place = [x + side * 2.15, y + 0.5, z - 0.3];
    const temple: Place[] = [hinge, [side * 7.3, y + 0.6, 1], [side * 8, y + 0.4, -4]];
    const bridge: Place[] = [
      [x - side * 2.15, y + 0.3, z],
      [side * 0.3, y + 0.7, z + 0.3],
      [-side * 0.1, y + 0.7, z + 0.3],
    ];
    return [rim, temple, bridge].map((line) => tube("glasses", texture, line, () => thickness, 0.35));
  });
}
