import assert from "node:assert/strict";
import { baseFace } from "../../../../kernel/aen/synthetic/faceMesh.js";
import { paintFace } from "../../../../kernel/aen/synthetic/faceTexture.js";
import type { Identity } from "../../../../kernel/aen/synthetic/identity.js";
import { brow } from "../../../../kernel/aen/synthetic/landmarks.js";
import type { Texture } from "../../../../kernel/aen/synthetic/rasterise.js";
import { Random } from "../../../../kernel/random/random.js";
import { plainPerson } from "./people.js";

const face = baseFace();
const painted = (change: Partial<Identity> = {}, seed = 1) =>
  paintFace(face, plainPerson(change), new Random(seed));
/** The mean colour of a few texels around a place. */
function colour({ width, data }: Texture, [u, v]: readonly number[], reach = 2): number[] {
  const [x0, y0] = [Math.floor(u * width), Math.floor(v * width)];
  const sums = [0, 0, 0];
  for (let y = y0 - reach; y <= y0 + reach; y++)
    for (let x = x0 - reach; x <= x0 + reach; x++)
      sums.forEach((_, c) => (sums[c] += data[(y * width + x) * 3 + c]));
  return sums.map((sum) => sum / (2 * reach + 1) ** 2);
}
/** The place of a landmark in the texture, or the middle of two. */
function at(vertex: number, other = vertex): number[] {
  const { uv } = face.mesh;
  return [0, 1].map((c) => (uv[vertex * 2 + c] + uv[other * 2 + c]) / 2);
}
const distance = (a: readonly number[], b: readonly number[]) =>
  Math.hypot(...a.map((value, c) => value - b[c]));
const forehead = at(151);

describe("the painted skin of a face", () => {
  it("is of the person's colour where nothing else is", () => {
    assert.ok(distance(colour(painted(), forehead), [200, 150, 120]) < 12);
    assert.ok(distance(colour(painted({ skin: [100, 66, 50] }), forehead), [100, 66, 50]) < 12);
  });

  it("has lips of their colour, and brows of the hair's on both sides", () => {
    const texture = painted({ hair: [150, 74, 40], brows: 1 });
    assert.ok(distance(colour(texture, at(0, 11), 1), [170, 60, 60]) < 45);
    const middle = at(brow.upper[2], brow.lower[2]);
    for (const place of [middle, [1 - middle[0], middle[1]]]) {
      const hair = distance(colour(texture, place, 1), [105, 52, 28]);
      assert.ok(hair < 40 && hair < distance(colour(texture, place, 1), [200, 150, 120]), `${hair}`);
    }
  });

  it("has a hairline, unless the person is bald", () => {
    const top = [0.5, 0.05];
    assert.ok(colour(painted(), top)[0] < 80);
    assert.ok(distance(colour(painted({ hairStyle: "bald" }), top), [200, 150, 120]) < 12);
  });

  it("has a beard on chin and jaw, not on the lips: stubble, or the hair's own colour", () => {
    const chin = at(199);
    const [none, stubble, full] = [0, 0.3, 1].map((beard) => colour(painted({ beard }), chin)[0]);
    assert.ok(none - stubble > 15 && stubble - full > 15, `${none} ${stubble} ${full}`);
    assert.ok(distance(colour(painted({ beard: 1 }), at(17, 16), 1), colour(painted(), at(17, 16), 1)) < 30);
  });

  it("has freckles as dark specks, and shadows below the eyes that age deepens", () => {
    const [plain, freckled] = [0, 1].map((freckles) => painted({ freckles }).data);
    const darker = plain.map((value, i) => value - freckled[i]);
    const specks = darker.filter((value) => value > 0);
    const share = specks.length / darker.length;
    assert.ok(share > 0.025 && share < 0.035, `${share}`);
    assert.ok(specks.every((value) => value <= 31));
    const [young, old] = [0, 1].map((age) => colour(painted({ age }), at(23))[0]);
    assert.ok(young - old > 8, `${young} ${old}`);
  });

  it("is the same for the same draws, but for its grain the same for others", () => {
    assert.deepEqual(painted(), painted());
    const [one, other] = [painted({}, 1), painted({}, 2)];
    assert.notDeepEqual(one.data, other.data);
    assert.ok(distance(colour(one, forehead, 8), colour(other, forehead, 8)) < 2);
  });
});
