import type { Affine } from "./samplePicture.js";
import type { Point } from "./landmarks.js";

/** Where a map takes a point. */
export function apply(map: Affine, { x, y }: Point): Point {
  return { x: map.a * x + map.b * y + map.c, y: map.d * x + map.e * y + map.f };
}

/** A square of `size` pixels a side, turned by `angle` around its middle, that covers `side` pixels of the picture. */
export function turnedSquare(middle: Point, side: number, angle: number, size: number): Affine {
  const scale = side / size;
  const [a, d] = [scale * Math.cos(angle), scale * Math.sin(angle)];
  const [b, e] = [-d, a];
  return { a, b, c: middle.x - ((a + b) * size) / 2, d, e, f: middle.y - ((d + e) * size) / 2 };
}

/**
 * The similarity (turn, scale, shift; no reflection) that takes points nearest to others in the sense of least
 * squares (Umeyama 1991, for the plane).
 */
export function similarity(from: readonly Point[], to: readonly Point[]): Affine {
  const [p, q] = [middleOf(from), middleOf(to)];
  let [along, across, spread] = [0, 0, 0];
  from.forEach((point, index) => {
    const [px, py] = [point.x - p.x, point.y - p.y];
    const [qx, qy] = [to[index].x - q.x, to[index].y - q.y];
    along += px * qx + py * qy;
    across += px * qy - py * qx;
    spread += px * px + py * py;
  });
  const [a, d] = [along / spread, across / spread];
  return { a, b: -d, c: q.x - a * p.x + d * p.y, d, e: a, f: q.y - d * p.x - a * p.y };
}

function middleOf(points: readonly Point[]): Point {
  const sum = points.reduce((total, { x, y }) => ({ x: total.x + x, y: total.y + y }));
  return { x: sum.x / points.length, y: sum.y / points.length };
}
