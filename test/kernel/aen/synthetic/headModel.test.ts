import assert from "node:assert/strict";
import { baseFace } from "../../../../kernel/aen/synthetic/faceMesh.js";
import { shapeFace } from "../../../../kernel/aen/synthetic/faceShape.js";
import { paintFace } from "../../../../kernel/aen/synthetic/faceTexture.js";
import { coveringHand } from "../../../../kernel/aen/synthetic/hand.js";
import { buildParts } from "../../../../kernel/aen/synthetic/headParts.js";
import { headOf, poseSkin } from "../../../../kernel/aen/synthetic/headModel.js";
import { drawIdentity } from "../../../../kernel/aen/synthetic/identity.js";
import { Random } from "../../../../kernel/random/random.js";

describe("the head of a person", () => {
  const head = headOf("heads", 1);

  it("is that of the person of this number in the cast, and built once", () => {
    assert.deepEqual(head.identity, drawIdentity("heads", 1));
    assert.equal(headOf("heads", 1), headOf("heads", 1));
    assert.notEqual(headOf("heads", 2), headOf("heads", 1));
    assert.notEqual(headOf(7, 0), headOf("7", 0), "a number and its digits are two seeds");
  });

  it("follows from the person, the seed and the number alone, whatever was built before", () => {
    const random = new Random("heads", "head", 1);
    const shaped = shapeFace(baseFace(), head.identity);
    assert.deepEqual(head.skin, baseFace().fine.refine(shaped, 3));
    assert.deepEqual(head.skinTexture, paintFace(baseFace(), head.identity, random));
    assert.deepEqual(head.parts, buildParts(shaped, baseFace().mirror, head.identity, random));
    assert.deepEqual(head.hand, coveringHand(head.identity, random));
  });

  it("has as many vertices of skin as the refined mesh, and differs from others in shape", () => {
    assert.equal(head.skin.length, baseFace().fine.vertexCount * 3);
    assert.notDeepEqual(headOf("heads", 2).skin, head.skin);
  });
});

describe("the skin of a head with action units", () => {
  const head = headOf("heads", 3);
  const moved = (weights: Parameters<typeof poseSkin>[1]) =>
    poseSkin(head, weights).map((v, i) => v - head.skin[i]);
  const near = (a: Float32Array, b: Float32Array) =>
    a.forEach((v, i) => assert.ok(Math.abs(v - b[i]) < 1e-5));

  it("is the skin at rest without any, in a copy", () => {
    const before = head.skin.slice();
    for (const weights of [{}, { jawDrop: 0 }]) {
      const skin = poseSkin(head, weights);
      assert.deepEqual(skin, head.skin);
      skin.fill(0);
    }
    assert.deepEqual(head.skin, before);
  });

  it("moves by each unit's share, and units add up", () => {
    const [half, whole] = [moved({ jawDrop: 0.5 }), moved({ jawDrop: 1 })];
    assert.ok(Math.min(...whole) < -1, "the chin goes down");
    near(
      whole,
      half.map((value) => 2 * value),
    );
    const brows = moved({ browLowerer: 0.8 });
    near(
      moved({ browLowerer: 0.8, jawDrop: 1 }),
      brows.map((value, i) => value + whole[i]),
    );
  });

  it("moves alike for every person", () => {
    const other = headOf("heads", 4);
    const there = poseSkin(other, { jawDrop: 1 }).map((value, i) => value - other.skin[i]);
    near(there, moved({ jawDrop: 1 }));
  });
});
