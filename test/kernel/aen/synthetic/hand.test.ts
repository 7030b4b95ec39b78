import assert from "node:assert/strict";
import { baseFace } from "../../../../kernel/aen/synthetic/faceMesh.js";
import { coveringHand } from "../../../../kernel/aen/synthetic/hand.js";
import { eye, lips } from "../../../../kernel/aen/synthetic/landmarks.js";
import { Random } from "../../../../kernel/random/random.js";
import { plainPerson } from "./people.js";

const { positions: face } = baseFace().mesh;
const hands = Array.from({ length: 30 }, (_, seed) => coveringHand(plainPerson(), new Random(seed)));

/** The vertices of some parts as points. */
function points(parts: readonly { positions: Float32Array }[]): number[][] {
  return parts.flatMap(({ positions }) =>
    Array.from({ length: positions.length / 3 }, (_, v) => [...positions.subarray(v * 3, v * 3 + 3)]),
  );
}

describe("a hand over the mouth", () => {
  it("lies in front of all of the mouth, and of no eye", () => {
    for (const hand of hands) {
      const all = points(hand);
      const over = (vertex: number) => {
        const [x, y, z] = face.subarray(vertex * 3, vertex * 3 + 3);
        return all.some(([px, py, pz]) => Math.hypot(px - x, py - y) < 0.9 && pz > z);
      };
      for (const vertex of [61, 291, 13, 14, 0, 17, lips.upper[3][2], lips.upper[3][8]])
        assert.ok(over(vertex), `${vertex}`);
      for (const vertex of [159, 386, eye.outer, 263]) assert.ok(!over(vertex), `${vertex}`);
    }
  });

  it("comes from below, from either side", () => {
    const sides = hands.map((hand) => {
      const all = points(hand);
      const [x] = all.reduce((lowest, point) => (point[1] < lowest[1] ? point : lowest));
      assert.ok(Math.min(...all.map(([, y]) => y)) < -18);
      return Math.sign(x);
    });
    const right = sides.filter((side) => side > 0).length;
    assert.ok(right > 6 && right < 24, `${right} of 30`);
  });

  it("is of the person's skin up to the sleeve, which is of the clothes", () => {
    const [hand] = hands;
    assert.deepEqual(new Set(hand.map(({ name, follows }) => `${name} ${follows}`)), new Set(["hand skull"]));
    const mean = (data: Uint8Array, c: number) =>
      data.filter((_, i) => i % 3 === c).reduce((a, b) => a + b) / (data.length / 3);
    const { clothes } = plainPerson();
    for (const [part, colour] of [
      [hand[0], [190, 135, 104]],
      [hand[hand.length - 1], clothes],
    ] as const)
      colour.forEach((value, c) => assert.ok(Math.abs(mean(part.texture.data, c) - value) < 2));
    assert.equal(new Set(hand.slice(0, -1).map(({ texture }) => texture)).size, 1);
  });
});
