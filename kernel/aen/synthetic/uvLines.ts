/** A point in a face texture, to the right and down, 0..1. */
export type Point = readonly [u: number, v: number];

/** Left, top, right and bottom of a bounding box. */
export function boxAround(points: readonly Point[], margin: number): number[] {
  const [us, vs] = [points.map(([u]) => u), points.map(([, v]) => v)];
  return [
    Math.min(...us) - margin,
    Math.min(...vs) - margin,
    Math.max(...us) + margin,
    Math.max(...vs) + margin,
  ];
}

/** The distance to a polyline, and the position of the nearest point along it, 0..1. */
export function nearestOnLine(
  points: readonly Point[],
  u: number,
  v: number,
): { distance: number; along: number } {
  let best = { distance: Infinity, along: 0 };
  for (let i = 0; i + 1 < points.length; i++) {
    const [[au, av], [bu, bv]] = [points[i], points[i + 1]];
    const [du, dv] = [bu - au, bv - av];
    const square = du * du + dv * dv;
    const t = square === 0 ? 0 : Math.max(0, Math.min(1, ((u - au) * du + (v - av) * dv) / square));
    const distance = Math.hypot(u - au - t * du, v - av - t * dv);
    if (distance < best.distance) best = { distance, along: (i + t) / (points.length - 1) };
  }
  return best;
}

export function inPolygon(points: readonly Point[], u: number, v: number): boolean {
  let inside = false;
  for (let i = 0, j = points.length - 1; i < points.length; j = i++) {
    const [[au, av], [bu, bv]] = [points[i], points[j]];
    if (av > v !== bv > v && u < ((bu - au) * (v - av)) / (bv - av) + au) inside = !inside;
  }
  return inside;
}
