import assert from "node:assert/strict";
import fc from "fast-check";
import { bell, pullField, smooth } from "../../../../kernel/aen/synthetic/displacement.js";
import { baseFace } from "../../../../kernel/aen/synthetic/faceMesh.js";

describe("a smooth step", () => {
  it("goes from 0 to 1 without leaving them, in either direction", () => {
    assert.deepEqual([smooth(2, 4, 1), smooth(2, 4, 3), smooth(2, 4, 9)], [0, 0.5, 1]);
    assert.deepEqual([smooth(4, 2, 1), smooth(4, 2, 3), smooth(4, 2, 9)], [1, 0.5, 0]);
    const number = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(number, number, (a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        assert.ok(smooth(0, 1, low) <= smooth(0, 1, high), "it never falls");
      }),
    );
  });
});

describe("a bell", () => {
  it("is 1 in its middle, and one over the root of e at its reach", () => {
    assert.equal(bell(0, 3), 1);
    assert.ok(Math.abs(bell(3, 3) - 1 / Math.sqrt(Math.E)) < 1e-12);
    assert.ok(bell(-3, 3) === bell(3, 3) && bell(9, 3) < 0.02);
  });
});

describe("pulls on the skin", () => {
  const face = baseFace();
  const { positions } = face.mesh;
  const by = [0.5, 1, -0.25] as const;

  it("move a landmark by what they say, its partner by the mirror image", () => {
    const field = pullField(face, [{ at: 61, by, reach: 0.5 }]);
    const partner = face.mirror[61];
    const side = Math.sign(positions[61 * 3]);
    const near = (vertex: number, expected: number[]) =>
      expected.forEach((value, axis) =>
        assert.ok(Math.abs(field[vertex * 3 + axis] - value) < 0.02, `axis ${axis}`),
      );
    near(61, [by[0] * side, by[1], by[2]]);
    near(partner, [-by[0] * side, by[1], by[2]]);
  });

  it("fade with the distance, and leave the skin under the hair where it is", () => {
    const field = pullField(face, [{ at: 61, by, reach: 0.5 }]);
    const top = Array.from({ length: positions.length / 3 }, (_, vertex) => vertex).filter(
      (vertex) => positions[vertex * 3 + 1] > 8,
    );
    assert.ok(top.length > 0);
    for (const vertex of top) assert.ok(Math.abs(field[vertex * 3 + 1]) < 1e-6);
    assert.ok(Math.abs(field[10 * 3 + 1]) < 1e-3, "the forehead");
  });

  it("add up, and move only the vertices that they are for", () => {
    const pull = { at: 61, by, reach: 0.5 };
    const [one, two] = [pullField(face, [pull]), pullField(face, [pull, pull])];
    two.forEach((value, i) => assert.ok(Math.abs(value - 2 * one[i]) < 1e-5));
    const only = pullField(face, [{ ...pull, only: new Map([[61, 0.5]]) }]);
    const moved = Array.from({ length: positions.length / 3 }, (_, vertex) => vertex).filter(
      (vertex) => only[vertex * 3 + 1] !== 0,
    );
    assert.deepEqual(
      moved.sort((a, b) => a - b),
      [61, face.mirror[61]].sort((a, b) => a - b),
    );
    assert.ok(Math.abs(only[61 * 3 + 1] - 0.5) < 1e-6);
  });
});
