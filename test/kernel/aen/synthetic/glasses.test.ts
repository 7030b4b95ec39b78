import assert from "node:assert/strict";
import { baseFace } from "../../../../kernel/aen/synthetic/faceMesh.js";
import { shapeFace } from "../../../../kernel/aen/synthetic/faceShape.js";
import { glasses } from "../../../../kernel/aen/synthetic/glasses.js";
import { eye } from "../../../../kernel/aen/synthetic/landmarks.js";
import type { Part } from "../../../../kernel/aen/synthetic/part.js";
import { Random } from "../../../../kernel/random/random.js";
import { plainPerson, shapeWith } from "./people.js";

const { mirror } = baseFace();
const extent = ({ positions }: Part, axis: number) => {
  const values = positions.filter((_, i) => i % 3 === axis);
  return [values.reduce((a, b) => Math.min(a, b)), values.reduce((a, b) => Math.max(a, b))];
};

describe("a pair of glasses", () => {
  for (const [what, shape] of [
    ["a mean face", {}],
    ["a wide and short one", { faceWidth: 1.5, faceLength: -1.5, noseHeight: 1 }],
  ] as const) {
    const face = shapeFace(baseFace(), plainPerson({ shape: shapeWith(shape) }));
    const parts = glasses(face, mirror, new Random(3));

    it(`has rims around the eyes of ${what} and in front of them`, () => {
      for (const side of [0, 1]) {
        const rim = parts[side * 3];
        const at = (vertex: number) => face.subarray((side ? mirror[vertex] : vertex) * 3);
        for (const axis of [0, 1]) {
          const [low, high] = extent(rim, axis);
          for (const vertex of [eye.outer, eye.inner, 159, 145])
            assert.ok(at(vertex)[axis] > low && at(vertex)[axis] < high, `${side} ${axis} ${vertex}`);
        }
        assert.ok(extent(rim, 2)[0] > Math.max(at(159)[2], at(145)[2]) - 0.2);
      }
    });

    it(`has temples that lead back beside the head of ${what}, and meets above its nose`, () => {
      for (const side of [0, 1]) {
        const [, temple, bridge] = parts.slice(side * 3);
        const outer = extent(temple, 0).map(Math.abs);
        assert.ok(Math.max(...outer) > 7.5 && extent(temple, 2)[0] < -3.5);
        assert.equal(Math.sign(extent(temple, 0)[0]), side ? 1 : -1);
        assert.ok(extent(bridge, 0)[0] < 0.1 && extent(bridge, 0)[1] > -0.1, "the midline");
        assert.ok(extent(bridge, 2)[1] > face[168 * 3 + 2], "in front of the nose's root");
        const [inner, end] = side
          ? [extent(parts[3], 0)[0], extent(bridge, 0)[1]]
          : [extent(parts[0], 0)[1], extent(bridge, 0)[0]];
        assert.ok(Math.abs(inner - end) < 0.7, `rim to ${inner}, bridge from ${end}`);
      }
    });
  }

  it("is symmetric, and of one material", () => {
    const parts = glasses(shapeFace(baseFace(), plainPerson()), mirror, new Random(1));
    assert.deepEqual(
      new Set(parts.map(({ name, follows }) => `${name} ${follows}`)),
      new Set(["glasses skull"]),
    );
    assert.equal(new Set(parts.map(({ texture }) => texture)).size, 1);
    for (const part of [0, 1, 2]) {
      const [left, right] = [extent(parts[part], 0), extent(parts[part + 3], 0)];
      assert.ok(
        Math.abs(left[0] + right[1]) < 0.05 && Math.abs(left[1] + right[0]) < 0.05,
        `${left} ${right}`,
      );
    }
  });

  it("is not the same for everybody", () => {
    const face = shapeFace(baseFace(), plainPerson());
    const colours = Array.from(
      { length: 20 },
      (_, seed) => glasses(face, mirror, new Random(seed))[0].texture.data[0],
    );
    assert.deepEqual(new Set(colours), new Set([34, 92]));
  });
});
