import assert from "node:assert/strict";
import fc from "fast-check";
import { boxAround, inPolygon, nearestOnLine, type Point } from "../../../../kernel/aen/synthetic/uvLines.js";

const number = fc.double({ min: 0, max: 1, noNaN: true });
const point: fc.Arbitrary<Point> = fc.tuple(number, number);

describe("the distance to a line of points", () => {
  it("is that to its nearest piece, and tells how far along that is", () => {
    const bent: Point[] = [
      [0, 0],
      [1, 0],
      [1, 1],
    ];
    assert.deepEqual(nearestOnLine(bent, 0.5, 0.25), { distance: 0.25, along: 0.25 });
    assert.deepEqual(nearestOnLine(bent, 1.5, 0.5), { distance: 0.5, along: 0.75 });
    assert.deepEqual(nearestOnLine(bent, -3, 4), { distance: 5, along: 0 });
  });

  it("is never more than that to any of many places on the line", () => {
    fc.assert(
      fc.property(fc.array(point, { minLength: 2, maxLength: 5 }), point, (line, [u, v]) => {
        const { distance } = nearestOnLine(line, u, v);
        let least = Infinity;
        for (let i = 0; i + 1 < line.length; i++)
          for (let t = 0; t <= 1; t += 0.02) {
            const at = [0, 1].map((axis) => line[i][axis] + t * (line[i + 1][axis] - line[i][axis]));
            least = Math.min(least, Math.hypot(at[0] - u, at[1] - v));
          }
        assert.ok(distance <= least + 1e-12 && distance > least - 0.03);
      }),
      { numRuns: 60 },
    );
  });

  it("of points that all lie in one place is that to the place", () => {
    assert.equal(
      nearestOnLine(
        [
          [0.5, 0.5],
          [0.5, 0.5],
        ],
        0.5,
        1,
      ).distance,
      0.5,
    );
  });
});

describe("a polygon", () => {
  it("holds what lies within, also of one that is not convex", () => {
    const arrow: Point[] = [
      [0, 0],
      [1, 0.5],
      [0, 1],
      [0.4, 0.5],
    ];
    assert.ok(inPolygon(arrow, 0.6, 0.5));
    assert.ok(!inPolygon(arrow, 0.2, 0.5));
    assert.ok(!inPolygon(arrow, 1.1, 0.5));
  });

  it("that is a triangle holds its weighted means, and no mirror image of them beyond a side", () => {
    const weight = fc.double({ min: 0.05, max: 1, noNaN: true });
    fc.assert(
      fc.property(point, point, point, weight, weight, weight, (a, b, c, x, y, z) => {
        const area = Math.abs((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]));
        fc.pre(area > 0.05);
        const mean = [0, 1].map((axis) => (x * a[axis] + y * b[axis] + z * c[axis]) / (x + y + z));
        assert.ok(inPolygon([a, b, c], mean[0], mean[1]));
        const beyond = [0, 1].map((axis) => a[axis] + b[axis] - mean[axis]);
        assert.ok(!inPolygon([a, b, c], beyond[0], beyond[1]));
      }),
    );
  });
});

describe("the box around points", () => {
  it("touches the outermost, a margin aside", () => {
    assert.deepEqual(
      boxAround(
        [
          [0.5, 0.25],
          [0.75, 0.5],
        ],
        0.25,
      ),
      [0.25, 0, 1, 0.75],
    );
  });
});
