import assert from "node:assert/strict";
import { loadCanonicalMesh } from "../../../../kernel/aen/synthetic/canonicalMesh.js";
import { brow, eye, lips, mirrorOf, outline } from "../../../../kernel/aen/synthetic/landmarks.js";

const { positions, triangles } = loadCanonicalMesh();
const mirror = mirrorOf(positions);
const [x, y] = [0, 1].map((axis) => (vertex: number) => positions[vertex * 3 + axis]);

describe("the partner of a vertex", () => {
  it("is the vertex nearest to its mirror image, itself on the midline", () => {
    const points = Float32Array.of(-1, 2, 3, 0.01, 0, 0, 1.1, 2, 3, 1, -2, 3, -1, -2, 3.1);
    assert.deepEqual([...mirrorOf(points)], [2, 1, 0, 4, 3]);
  });

  it("is MediaPipe's on the other side of the face", () => {
    for (const [left, right] of [
      [33, 263],
      [133, 362],
      [61, 291],
      [70, 300],
      [234, 454],
      [159, 386],
      [145, 374],
    ])
      assert.deepEqual([mirror[left], mirror[right]], [right, left]);
    for (const middle of [10, 152, 1, 0, 17, 13, 14]) assert.equal(mirror[middle], middle);
  });
});

describe("the landmarks", () => {
  it("of eye and brow lie on the viewer's left, from the outer corner inwards", () => {
    for (const row of [eye.upper, eye.lower, brow.upper, brow.lower] as const) {
      const places = row.map(x);
      assert.ok(places.every((place) => place < 0));
      assert.deepEqual(
        places,
        [...places].sort((a, b) => a - b),
      );
    }
    assert.ok(x(eye.outer) < x(eye.upper[0]) && x(eye.inner) > x(eye.upper[6]));
  });

  it("of the folds around the eye run from the outer side to the inner, each in one row", () => {
    const rows = [eye.aboveFold, eye.upperFold, eye.upper, eye.lower, eye.lowerFold, eye.belowFold];
    assert.equal(new Set(rows.flat()).size, 6 * 7);
    for (const row of rows)
      row.slice(1).forEach((vertex, i) => assert.ok(x(vertex) > x(row[i]), `${row[i]} ${vertex}`));
  });

  it("of the eye lie above each other: folds, lid, slit, lid, folds", () => {
    const rows = [eye.aboveFold, eye.upperFold, eye.upper, eye.lower, eye.lowerFold, eye.belowFold];
    for (let column = 1; column < 6; column++) {
      const heights = rows.map((row) => y(row[column]));
      assert.deepEqual(
        heights,
        [...heights].sort((a, b) => b - a),
        `column ${column}`,
      );
    }
  });

  it("of the lips go from corner to corner, with the other half mirrored", () => {
    for (const row of [...lips.upper, ...lips.lower]) {
      const places = row.map(x);
      assert.deepEqual(
        places,
        [...places].sort((a, b) => a - b),
      );
      row.forEach((vertex, column) => assert.equal(mirror[vertex], row[10 - column]));
    }
    lips.upper[3]
      .slice(1, -1)
      .forEach((vertex, column) => assert.ok(y(vertex) > y(lips.lower[3][column + 1])));
  });

  it("of the outline follow the rim of the face, clockwise from the top", () => {
    const edges = new Set<string>();
    for (let t = 0; t < triangles.length; t += 3)
      for (let side = 0; side < 3; side++)
        edges.add(`${triangles[t + side]} ${triangles[t + ((side + 1) % 3)]}`);
    outline.forEach((vertex, place) => {
      const next = outline[(place + 1) % outline.length];
      assert.equal(
        edges.has(`${vertex} ${next}`) !== edges.has(`${next} ${vertex}`),
        true,
        `${vertex} ${next}`,
      );
      assert.equal(mirror[vertex], outline[(36 - place) % 36]);
    });
    assert.ok(x(outline[1]) > 0 && y(outline[0]) > y(outline[18]));
  });
});
