import assert from "node:assert/strict";
import { makeTexture } from "../../../../kernel/aen/synthetic/part.js";
import { tube, type Place } from "../../../../kernel/aen/synthetic/tube.js";

const texture = makeTexture(1, 1, () => [0, 0, 0]);
/** A straight line of four points along an axis. */
const along = (axis: number): Place[] =>
  [0, 1, 2, 3].map((way) => [0, 1, 2].map((c) => (c === axis ? way : 5)) as unknown as Place);

/** Six times the volume that triangles enclose; positive where they face outwards. */
function volume({ positions, triangles }: { positions: Float32Array; triangles: Uint16Array }): number {
  let sum = 0;
  for (let t = 0; t < triangles.length; t += 3) {
    const [[ax, ay, az], [bx, by, bz], [cx, cy, cz]] = [...triangles.subarray(t, t + 3)].map((vertex) => [
      ...positions.subarray(vertex * 3, vertex * 3 + 3),
    ]);
    sum += ax * (by * cz - bz * cy) - ay * (bx * cz - bz * cx) + az * (bx * cy - by * cx);
  }
  return sum / 6;
}

describe("a tube along a line", () => {
  for (const axis of [0, 1, 2]) {
    it(`is round about the line along ${"xyz"[axis]}, with rounded ends`, () => {
      const { positions, uv } = tube("hand", texture, along(axis), () => 0.5);
      let widest = 0;
      const ways: number[] = [];
      for (let v = 0; v < positions.length; v += 3) {
        const place = [...positions.subarray(v, v + 3)];
        const radius = Math.hypot(...place.filter((_, c) => c !== axis).map((value) => value - 5));
        assert.ok(radius < 0.5 + 1e-5);
        if (place[axis] > -1e-6 && place[axis] < 3 + 1e-6)
          assert.ok(Math.abs(radius - 0.5) < 1e-5, `${radius}`);
        widest = Math.max(widest, radius);
        ways.push(place[axis]);
      }
      assert.ok(Math.abs(widest - 0.5) < 1e-5);
      assert.ok(Math.abs(Math.min(...ways) + 0.55) < 1e-5 && Math.abs(Math.max(...ways) - 3.55) < 1e-5);
      assert.ok(uv.every((value) => value >= 0 && value <= 1));
    });
  }

  it("faces outwards all round, and holds what a bar of ten sides and its ends hold", () => {
    const bar = (10 / 2) * Math.sin(Math.PI / 5) * 0.5 ** 2 * 3;
    for (const axis of [0, 1, 2]) {
      const held = volume(tube("hand", texture, along(axis), () => 0.5));
      assert.ok(held > bar && held < bar * 1.35, `${held}, ${bar}`);
    }
    const bent: Place[] = [
      [0, 0, 0],
      [2, 0, 0],
      [3, 1, 0],
      [3, 3, 1],
    ];
    assert.ok(volume(tube("hand", texture, bent, () => 0.4)) > 0);
  });

  it("is as thick as is said along the way", () => {
    const { positions } = tube("hand", texture, along(0), (way) => 1 + way);
    const radii = [0, 1, 2, 3].map((x) => {
      const at = Array.from({ length: positions.length / 3 }, (_, v) => positions.subarray(v * 3, v * 3 + 3));
      const ring = at.filter((place) => Math.abs(place[0] - x) < 1e-5);
      assert.equal(ring.length, 11);
      return Math.max(...ring.map((place) => Math.hypot(place[1] - 5, place[2] - 5)));
    });
    radii.forEach((radius, x) => assert.ok(Math.abs(radius - 1 - x / 3) < 1e-5));
  });
});
