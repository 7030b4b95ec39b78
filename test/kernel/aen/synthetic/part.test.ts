import assert from "node:assert/strict";
import { flatTexture, makeTexture, part } from "../../../../kernel/aen/synthetic/part.js";
import { Random } from "../../../../kernel/random/random.js";

const texture = makeTexture(1, 1, () => [0, 0, 0]);

describe("a patch of a surface", () => {
  const { positions, uv, triangles } = part("hair", "skull", texture, 2, 3, (u, v) => [u * 3, 2 - v * 2, 5]);

  it("has a vertex at each crossing of its rows and columns, where the surface says", () => {
    assert.equal(positions.length / 3, 3 * 4);
    assert.deepEqual([...positions.subarray(0, 6)], [0, 2, 5, 1, 2, 5]);
    assert.deepEqual([...positions.subarray(-3)], [3, 0, 5]);
    assert.deepEqual([...uv.subarray(4 * 2, 4 * 2 + 2)], [0, 0.5]);
    assert.deepEqual([...uv.subarray(-2)], [1, 1]);
  });

  it("is covered by triangles once, all facing the viewer", () => {
    assert.equal(triangles.length / 3, 2 * 2 * 3);
    let covered = 0;
    for (let t = 0; t < triangles.length; t += 3) {
      const [a, b, c] = [...triangles.subarray(t, t + 3)].map((vertex) => positions.subarray(vertex * 3));
      const area = ((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])) / 2;
      assert.ok(area > 0, "counter-clockwise");
      covered += area;
    }
    assert.equal(covered, 6);
  });

  it("shines more where it is an eye, unless told otherwise", () => {
    const shine = (name: "eye" | "ear", given?: number) =>
      part(name, "skull", texture, 1, 1, () => [0, 0, 0], given).shine;
    assert.deepEqual([shine("eye"), shine("ear"), shine("ear", 0.3)], [0.5, 0.1, 0.3]);
  });
});

describe("a texture", () => {
  it("has at each texel the colour of its centre, row by row, within black and white", () => {
    const { width, height, data } = makeTexture(2, 2, (u, v) => [u * 100, v * 100, u < 0.5 ? -40 : 300]);
    assert.deepEqual([width, height], [2, 2]);
    assert.deepEqual([...data], [25, 25, 0, 75, 25, 255, 25, 75, 0, 75, 75, 255]);
  });

  it("of one colour varies by its grain alone, in all channels alike", () => {
    assert.deepEqual(new Set(flatTexture([9, 99, 199], new Random(1), 0).data), new Set([9, 99, 199]));
    const { data } = flatTexture([100, 110, 120], new Random(1), 5);
    const reds = [...data].filter((_, i) => i % 3 === 0);
    const mean = reds.reduce((sum, red) => sum + red, 0) / reds.length;
    const deviation = Math.sqrt(reds.reduce((sum, red) => sum + (red - mean) ** 2, 0) / reds.length);
    assert.ok(Math.abs(mean - 99.5) < 0.6 && Math.abs(deviation - 5) < 0.5, `${mean} ${deviation}`);
    reds.forEach((red, i) => assert.ok(Math.abs(data[i * 3 + 2] - red - 20) <= 1));
  });
});
