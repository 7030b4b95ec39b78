import type { BaseFace } from "./faceMesh.js";
import { eye } from "./landmarks.js";

/** The displacement of every coarse vertex at full strength, `[vertices, 3]`. */
export type DisplacementField = Float32Array;

/** Pulls the skin around a landmark; mirrored on the other side of the face. */
export interface Pull {
  readonly at: number;
  /** Outwards (away from the midline), up and forwards, in centimetres at full strength. */
  readonly by: readonly [outwards: number, up: number, forwards: number];
  /** Standard deviation, in centimetres, of the bell over which it fades. */
  readonly reach: number;
  /** Restricts the pull to these vertices, with a weight each; by default all skin but the rims of the eyes. */
  readonly only?: ReadonlyMap<number, number>;
}

/** Adds up pulls on the coarse vertices of a face. */
export function pullField({ mesh, mirror }: BaseFace, list: readonly Pull[]): DisplacementField {
  const { positions } = mesh;
  const field = new Float32Array(positions.length);
  const eyeRims = new Set<number>();
  for (const vertex of [
    eye.outer,
    eye.inner,
    ...eye.upper,
    ...eye.lower,
    ...eye.upperFold,
    ...eye.lowerFold,
  ]) {
    eyeRims.add(vertex).add(mirror[vertex]);
  }
  for (const { at, by, reach, only } of list) {
    for (const anchor of new Set([at, mirror[at]])) {
      const side = Math.sign(positions[anchor * 3]);
      for (let vertex = 0; vertex < positions.length / 3; vertex++) {
        const allowed = only
          ? (only.get(side > 0 ? mirror[vertex] : vertex) ?? 0)
          : eyeRims.has(vertex)
            ? 0.15
            : 1;
        if (allowed === 0) continue;
        // The skin under the hair does not move.
        const bare = smooth(8, 5.8, positions[vertex * 3 + 1]);
        const weight = allowed * bare * bell(distance(positions, vertex, anchor), reach);
        field[vertex * 3] += weight * by[0] * side;
        field[vertex * 3 + 1] += weight * by[1];
        field[vertex * 3 + 2] += weight * by[2];
      }
    }
  }
  return field;
}

function distance(positions: Float32Array, a: number, b: number): number {
  return Math.hypot(
    positions[a * 3] - positions[b * 3],
    positions[a * 3 + 1] - positions[b * 3 + 1],
    positions[a * 3 + 2] - positions[b * 3 + 2],
  );
}

export function bell(length: number, reach: number): number {
  return Math.exp(-((length / reach) ** 2) / 2);
}

/** 0 at `from`, 1 at `to`, smooth between; `from` may be larger than `to`. */
export function smooth(from: number, to: number, value: number): number {
  const t = Math.min(1, Math.max(0, (value - from) / (to - from)));
  return t * t * (3 - 2 * t);
}
