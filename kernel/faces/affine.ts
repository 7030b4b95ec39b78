import type { Affine } from "./warpPicture.js";
import type { Point } from "./landmarks.js";

/** Applies a map to a point. */
export function apply(map: Affine, { x, y }: Point): Point {
  return { x: map.a * x + map.b * y + map.c, y: map.d * x + map.e * y + map.f };
}

/** Maps a square of `size` pixels a side to one of `side` picture pixels, rotated by `angle` around its centre. */
export function turnedSquare(middle: Point, side: number, angle: number, size: number): Affine {
  const scale = side / size;
  const [a, d] = [scale * Math.cos(angle), scale * Math.sin(angle)];
  const [b, e] = [-d, a];
  return { a, b, c: middle.x - ((a + b) * size) / 2, d, e, f: middle.y - ((d + e) * size) / 2 };
}

/**
 * The least-squares similarity transform (rotation, scale, translation; no reflection) from one set of points to
 * another (Umeyama 1991, in 2-D).
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
