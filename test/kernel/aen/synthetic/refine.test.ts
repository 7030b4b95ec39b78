import assert from "node:assert/strict";
import { loadCanonicalMesh } from "../../../../kernel/aen/synthetic/canonicalMesh.js";
import { refineMesh } from "../../../../kernel/aen/synthetic/refine.js";

/** A square of two triangles. */
const square = {
  positions: Float32Array.of(0, 0, 0, 1, 0, 0, 1, 1, 0, 0, 1, 0),
  uv: Float32Array.of(0, 0, 1, 0, 1, 1, 0, 1),
  triangles: Uint16Array.of(0, 1, 2, 0, 2, 3),
};

describe("a refined mesh", () => {
  it("has four triangles for each, and a vertex more for each edge", () => {
    const { vertexCount, triangles } = refineMesh(square);
    assert.deepEqual([vertexCount, triangles.length / 3], [4 + 5, 8]);
    assert.ok(Math.max(...triangles) < vertexCount);
  });

  it("follows Loop's rules: borders by their two ends, inner edges by 3/8 and 1/8", () => {
    const { refine, vertexCount } = refineMesh(square);
    const values = refine(Float32Array.of(1, 0, 0, 0), 1);
    const rounded = Array.from(values, (value) => value * 8);
    // Corners keep 3/4; the edges 0-1 and 3-0 take 1/2, the diagonal 0-2 takes 3/8, the other border edges nothing.
    assert.deepEqual(rounded.slice(0, 4), [6, 1, 0, 1]);
    assert.deepEqual(rounded.slice(4).sort(), [0, 0, 3, 4, 4]);
    assert.equal(vertexCount, 9);
  });

  it("leaves what is equal everywhere equal: its weights sum to 1, on the face's mesh too", () => {
    for (const mesh of [square, loadCanonicalMesh()]) {
      const { refine, vertexCount } = refineMesh(mesh);
      const fine = refine(new Float32Array((mesh.positions.length / 3) * 2).fill(3), 2);
      assert.equal(fine.length, 2 * vertexCount);
      assert.ok(fine.every((value) => Math.abs(value - 3) < 1e-5));
    }
  });

  it("is linear, so that displacements refine with the surface", () => {
    const { refine } = refineMesh(square);
    const [a, b] = [Float32Array.of(1, 2, 3, 4), Float32Array.of(-1, 5, 0, 2)];
    const sum = refine(
      a.map((value, i) => value + 2 * b[i]),
      1,
    );
    const [fineA, fineB] = [refine(a, 1), refine(b, 1)];
    sum.forEach((value, i) => assert.ok(Math.abs(value - fineA[i] - 2 * fineB[i]) < 1e-5));
  });

  it("keeps triangles facing as they did", () => {
    const { triangles, refine } = refineMesh(square);
    const p = refine(square.positions, 3);
    for (let t = 0; t < triangles.length; t += 3) {
      const [a, b, c] = triangles.subarray(t, t + 3);
      const area =
        (p[b * 3] - p[a * 3]) * (p[c * 3 + 1] - p[a * 3 + 1]) -
        (p[b * 3 + 1] - p[a * 3 + 1]) * (p[c * 3] - p[a * 3]);
      assert.ok(area > 0);
    }
  });
});
