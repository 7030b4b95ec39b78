import assert from "node:assert/strict";
import fc from "fast-check";
import { apply, similarity, turnedSquare } from "../../../kernel/faces/affine.js";
import type { Point } from "../../../kernel/faces/landmarks.js";

const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const point = fc.record({ x: number(-200, 200), y: number(-200, 200) });

function assertNear(actual: Point, expected: Point, tolerance = 1e-6): void {
  const off = Math.hypot(actual.x - expected.x, actual.y - expected.y);
  assert.ok(off <= tolerance, `(${actual.x}, ${actual.y}) is not (${expected.x}, ${expected.y})`);
}

describe("a turned square", () => {
  it("takes its middle to the given point and its side to the given length, at any angle", () => {
    fc.assert(
      fc.property(
        point,
        number(1, 500),
        number(-3, 3),
        fc.integer({ min: 1, max: 200 }),
        (at, side, angle, n) => {
          const map = turnedSquare(at, side, angle, n);
          assertNear(apply(map, { x: n / 2, y: n / 2 }), at);
          const [left, right] = [apply(map, { x: 0, y: n / 2 }), apply(map, { x: n, y: n / 2 })];
          assert.ok(Math.abs(Math.hypot(right.x - left.x, right.y - left.y) - side) < 1e-6);
        },
      ),
    );
  });

  it("turns clockwise, as y points down: a quarter turn lays its upper edge to the right", () => {
    const map = turnedSquare({ x: 10, y: 20 }, 8, Math.PI / 2, 4);
    assertNear(apply(map, { x: 2, y: 0 }), { x: 14, y: 20 });
    assertNear(apply(map, { x: 4, y: 2 }), { x: 10, y: 24 });
  });
});

describe("the similarity between points", () => {
  it("finds the turn, scale and shift that made them", () => {
    fc.assert(
      fc.property(
        fc.array(point, { minLength: 3, maxLength: 8 }),
        number(-3, 3),
        number(0.1, 5),
        point,
        (points, angle, scale, shift) => {
          fc.pre(points.some(({ x, y }) => Math.hypot(x - points[0].x, y - points[0].y) > 1));
          const [a, d] = [scale * Math.cos(angle), scale * Math.sin(angle)];
          const moved = points.map((p) => apply({ a, b: -d, c: shift.x, d, e: a, f: shift.y }, p));
          const found = similarity(points, moved);
          points.forEach((p, i) => assertNear(apply(found, p), moved[i], 1e-5));
        },
      ),
    );
  });

  it("is the best of its kind: no small change brings the points nearer", () => {
    const from = [
      { x: 0, y: 0 },
      { x: 10, y: 1 },
      { x: 4, y: 9 },
    ];
    const to = [
      { x: 3, y: 2 },
      { x: 15, y: -1 },
      { x: 9, y: 14 },
    ];
    const error = (turn: number, grow: number, right: number, down: number) => {
      const { a, d, c, f } = similarity(from, to);
      const [scale, angle] = [Math.hypot(a, d) * (1 + grow), Math.atan2(d, a) + turn];
      const [p, q] = [scale * Math.cos(angle), scale * Math.sin(angle)];
      const map = { a: p, b: -q, c: c + right, d: q, e: p, f: f + down };
      return from.reduce((sum, each, i) => {
        const there = apply(map, each);
        return sum + (there.x - to[i].x) ** 2 + (there.y - to[i].y) ** 2;
      }, 0);
    };
    const least = error(0, 0, 0, 0);
    for (const step of [-0.01, 0.01]) {
      for (const changed of [
        error(step, 0, 0, 0),
        error(0, step, 0, 0),
        error(0, 0, step, 0),
        error(0, 0, 0, step),
      ])
        assert.ok(changed > least, `${changed} is not above ${least}`);
    }
  });

  it("never reflects: mirrored points are met by a turn, not by a flip", () => {
    const { a, b, d, e } = similarity(
      [
        { x: 0, y: 0 },
        { x: 4, y: 0 },
        { x: 0, y: 3 },
      ],
      [
        { x: 0, y: 0 },
        { x: -4, y: 0 },
        { x: 0, y: 3 },
      ],
    );
    assert.ok(a * e - b * d > 0);
  });
});
