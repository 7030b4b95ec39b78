import assert from "node:assert/strict";
import { apply } from "../../../kernel/faces/affine.js";
import { alignedPoints, alignFace } from "../../../kernel/faces/alignFace.js";
import { eyesAndMouth } from "../../../kernel/faces/landmarks.js";

/** Landmarks whose eyes and mouth lie in three points; the other points are far away and must not matter. */
function landmarks(...[left, right, mouth]: (readonly [number, number])[]): Float32Array {
  const all = new Float32Array(136).fill(-999);
  const put = (from: number, to: number, [x, y]: readonly [number, number]) => {
    for (let point = from; point < to; point++) all.set([x, y], 2 * point);
  };
  put(36, 42, left);
  put(42, 48, right);
  put(48, 68, mouth);
  return all;
}

describe("an aligned face", () => {
  it("has eyes and mouth where the template has them, when the face has its proportions", () => {
    const size = 112;
    const place = ({ x, y }: { x: number; y: number }) => [300 + 2 * size * x, 50 + 2 * size * y] as const;
    const map = alignFace(landmarks(...alignedPoints.map(place)), size);
    assert.ok(Math.abs(map.a - 2) < 1e-5 && Math.abs(map.d) < 1e-5, "twice as large, upright");
    assert.ok(Math.abs(map.c - 300) < 1e-3 && Math.abs(map.f - 50) < 1e-3);
  });

  it("is upright however the face is turned in the picture", () => {
    for (const angle of [-2, -0.4, 0.3, 1.5]) {
      const turn = ([x, y]: readonly [number, number]) =>
        [
          80 + x * Math.cos(angle) - y * Math.sin(angle),
          90 + x * Math.sin(angle) + y * Math.cos(angle),
        ] as const;
      const points = (
        [
          [-20, 0],
          [20, 0],
          [0, 45],
        ] as const
      ).map(turn);
      const map = alignFace(landmarks(...points), 100);
      assert.ok(Math.abs(Math.atan2(map.d, map.a) - angle) < 1e-5, `turned by ${angle}`);
    }
  });

  it("keeps the middle of eyes and mouth in the middle of theirs, whatever the proportions", () => {
    const face = landmarks([10, 40], [60, 35], [41, 110]);
    const map = alignFace(face, 112);
    const mean = (points: readonly { x: number; y: number }[]) => ({
      x: points.reduce((sum, { x }) => sum + x, 0) / 3,
      y: points.reduce((sum, { y }) => sum + y, 0) / 3,
    });
    const template = mean(alignedPoints.map(({ x, y }) => ({ x: x * 112, y: y * 112 })));
    const there = apply(map, template);
    const wanted = mean(eyesAndMouth(face));
    assert.ok(Math.hypot(there.x - wanted.x, there.y - wanted.y) < 1e-3);
  });

  it("scales with its size: the same corner of the face at 56 and at 224 pixels", () => {
    const face = landmarks([10, 40], [60, 35], [41, 110]);
    const corner = (size: number) => apply(alignFace(face, size), { x: size, y: size });
    const [small, large] = [corner(56), corner(224)];
    assert.ok(Math.hypot(small.x - large.x, small.y - large.y) < 1e-3);
  });
});
