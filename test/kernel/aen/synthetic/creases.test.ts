import assert from "node:assert/strict";
import type { ActionUnitWeights } from "../../../../kernel/aen/synthetic/actionUnits.js";
import { foldSkin } from "../../../../kernel/aen/synthetic/creases.js";
import type { Texture } from "../../../../kernel/aen/synthetic/rasterise.js";

const size = 128;
const skin = (width = size): Texture => ({
  width,
  height: width,
  data: new Uint8Array(width * width * 3).fill(200),
});

/** How much darker the skin has become at each texel. */
function shade(weights: ActionUnitWeights, age = 0, width = size): number[] {
  const { data } = foldSkin(skin(width), weights, age);
  return Array.from({ length: width * width }, (_, texel) => 200 - data[texel * 3]);
}
const deepest = (values: readonly number[]) => values.reduce((a, b) => Math.max(a, b));
/** The places of folds, as u and v. */
const folds = (values: readonly number[], width = size) =>
  values.flatMap((value, texel) =>
    value > 5 ? [[(texel % width) / width, Math.floor(texel / width) / width]] : [],
  );

describe("folds of the skin", () => {
  it("are not there on a young face at rest, and the texture itself is left alone", () => {
    const texture = skin();
    const folded = foldSkin(texture, {}, 0);
    assert.deepEqual(folded, skin());
    assert.notEqual(folded.data, texture.data);
    foldSkin(texture, { browLowerer: 1 }, 1);
    assert.deepEqual(texture, skin());
  });

  it("darken the skin where their muscles work: between the brows, beside the nose, on the chin", () => {
    for (const [unit, [left, top, right, bottom]] of [
      ["browLowerer", [0.44, 0.22, 0.56, 0.34]],
      ["lipCornerPuller", [0.2, 0.45, 0.8, 0.75]],
      ["chinRaiser", [0.4, 0.75, 0.6, 0.86]],
    ] as const) {
      const places = folds(shade({ [unit]: 1 }));
      assert.ok(places.length > 0, unit);
      for (const [u, v] of places)
        assert.ok(u >= left && u <= right && v >= top && v <= bottom, `${unit} ${u} ${v}`);
    }
  });

  it("are the same on both sides of the face", () => {
    const shaded = shade({ cheekRaiser: 1, noseWrinkler: 0.7, browLowerer: 0.4 });
    shaded.forEach((value, texel) => {
      const mirrored = texel - (texel % size) + size - 1 - (texel % size);
      assert.ok(Math.abs(value - shaded[mirrored]) <= 1);
    });
  });

  it("deepen with the expression, up to full strength, and with age even at rest", () => {
    const [half, full, more] = [0.5, 1, 2].map((weight) => deepest(shade({ browLowerer: weight })));
    assert.ok(half > 5 && full > 1.7 * half, `${half} ${full}`);
    assert.equal(more, full);
    assert.ok(deepest(shade({}, 1)) > 5);
    assert.ok(deepest(shade({ browLowerer: 1 }, 1)) > full);
  });

  it("lie at the same places in a texture of another size", () => {
    const box = (width: number) => {
      const places = folds(shade({ lipCornerPuller: 1 }, 0, width), width);
      return [0, 1].flatMap((axis) => {
        const values = places.map((place) => place[axis]);
        return [Math.min(...values), Math.max(...values)];
      });
    };
    const [small, large] = [box(64), box(size)];
    small.forEach((edge, i) => assert.ok(Math.abs(edge - large[i]) < 0.03, `${small}, ${large}`));
  });
});
