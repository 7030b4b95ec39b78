/** The pose and appearance of a head in one frame. */
export interface View {
  /** Radians: to the viewer's right, downwards, clockwise. */
  readonly yaw: number;
  readonly pitch: number;
  readonly roll: number;
  /** Offset of the head in the picture and its scale, in units of the picture's height; at 1, 22 cm fill it. */
  readonly right: number;
  readonly down: number;
  readonly zoom: number;
  /** A hand covers the mouth. */
  readonly covered?: boolean;
}

/** Where a camera sees a head. */
export interface Pose {
  /** Rows of the rotation matrix. */
  readonly turn: readonly number[];
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

/** The pose of a head in a square picture of `size` pixels a side. */
export function posing({ yaw, pitch, roll, right, down, zoom }: View, size: number): Pose {
  const [cy, sy] = [Math.cos(yaw), Math.sin(yaw)];
  const [cp, sp] = [Math.cos(pitch), Math.sin(pitch)];
  const [cr, sr] = [Math.cos(roll), Math.sin(roll)];
  const turn = [
    [cy, 0, sy],
    [sp * sy, cp, -sp * cy],
    [-cp * sy, sp, cp * cy],
  ];
  const rolled = [0, 1, 2].map((c) => [
    cr * turn[0][c] + sr * turn[1][c],
    -sr * turn[0][c] + cr * turn[1][c],
  ]);
  return {
    turn: [...rolled.map(([x]) => x), ...rolled.map(([, y]) => y), ...turn[2]],
    scale: (size / 22) * zoom,
    x: size * (0.5 + right),
    y: size * (0.5 + down),
  };
}

/**
 * Points of a head, `[points, 3]` in centimetres, as the camera sees them.
 * @param deeper how much deeper than they are, in centimetres
 * @returns `turned`, in centimetres in front of the camera, and `points` in pixels, with the depth in centimetres; both `[points, 3]`
 */
export function projected(
  positions: Float32Array,
  pose: Pose,
  deeper = 0,
): { readonly turned: Float32Array; readonly points: Float32Array } {
  const turned = new Float32Array(positions.length);
  const points = new Float32Array(positions.length);
  const [a, b, c, d, e, f, g, h, i] = pose.turn;
  for (let v = 0; v < positions.length; v += 3) {
    const x = positions[v];
    const y = positions[v + 1];
    const z = positions[v + 2] + 2;
    turned[v] = a * x + b * y + c * z;
    turned[v + 1] = d * x + e * y + f * z;
    turned[v + 2] = g * x + h * y + i * z;
    const perspective = 60 / (60 - turned[v + 2] + 2);
    points[v] = pose.x + pose.scale * turned[v] * perspective;
    points[v + 1] = pose.y - pose.scale * turned[v + 1] * perspective;
    points[v + 2] = turned[v + 2] - deeper;
  }
  return { turned, points };
}
