/**
 * MediaPipe's face landmarks by name, for the side of the face on the viewer's left (the subject's right,
 * x < 0) and the midline; {@link mirrorOf} maps to the other side. Ordered from the outer corner of eye and mouth
 * inwards.
 */
export const eye = {
  outer: 33,
  inner: 133,
  upper: [246, 161, 160, 159, 158, 157, 173],
  lower: [7, 163, 144, 145, 153, 154, 155],
  upperFold: [247, 30, 29, 27, 28, 56, 190],
  lowerFold: [25, 110, 24, 23, 22, 26, 112],
  aboveFold: [113, 225, 224, 223, 222, 221, 189],
  belowFold: [31, 228, 229, 230, 231, 232, 233],
} as const;

export const brow = {
  upper: [70, 63, 105, 66, 107],
  lower: [46, 53, 52, 65, 55],
} as const;

/** Each row from the viewer's left corner to the right one, from the skin to the slit. */
export const lips = {
  upper: [
    [61, 185, 40, 39, 37, 0, 267, 269, 270, 409, 291],
    [76, 184, 74, 73, 72, 11, 302, 303, 304, 408, 306],
    [62, 183, 42, 41, 38, 12, 268, 271, 272, 407, 292],
    [78, 191, 80, 81, 82, 13, 312, 311, 310, 415, 308],
  ],
  lower: [
    [61, 146, 91, 181, 84, 17, 314, 405, 321, 375, 291],
    [76, 77, 90, 180, 85, 16, 315, 404, 320, 307, 306],
    [62, 96, 89, 179, 86, 15, 316, 403, 319, 325, 292],
    [78, 95, 88, 178, 87, 14, 317, 402, 318, 324, 308],
  ],
} as const;

/** The outline of the face, clockwise from the top of the forehead as seen by the viewer. */
export const outline = [
  10, 338, 297, 332, 284, 251, 389, 356, 454, 323, 361, 288, 397, 365, 379, 378, 400, 377, 152, 148, 176, 149,
  150, 136, 172, 58, 132, 93, 234, 127, 162, 21, 54, 103, 67, 109,
] as const;

/** For each vertex, its partner on the other side; itself on the midline. */
export function mirrorOf(positions: Float32Array): Uint16Array {
  const count = positions.length / 3;
  return Uint16Array.from({ length: count }, (_, vertex) => {
    const [x, y, z] = positions.subarray(vertex * 3, vertex * 3 + 3);
    let best = vertex;
    let least = Infinity;
    for (let other = 0; other < count; other++) {
      const distance = Math.hypot(
        positions[other * 3] + x,
        positions[other * 3 + 1] - y,
        positions[other * 3 + 2] - z,
      );
      if (distance < least) [best, least] = [other, distance];
    }
    return best;
  });
}
