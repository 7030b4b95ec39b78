import assert from "node:assert/strict";
import { loadCanonicalMesh } from "../../../../kernel/aen/synthetic/canonicalMesh.js";

describe("MediaPipe's canonical face", () => {
  const { positions, uv, triangles } = loadCanonicalMesh();

  it("has 468 vertices and 898 triangles, a face 15 cm wide and 18 cm high", () => {
    assert.deepEqual([positions.length / 3, uv.length / 2, triangles.length / 3], [468, 468, 898]);
    const extent = (axis: number) => {
      const values = positions.filter((_, i) => i % 3 === axis);
      return Math.max(...values) - Math.min(...values);
    };
    assert.ok(Math.abs(extent(0) - 15.5) < 0.2 && Math.abs(extent(1) - 17.7) < 0.2);
  });

  it("is one surface: each vertex in a triangle, each edge in two of them or on the rim", () => {
    assert.equal(new Set(triangles).size, 468);
    const edges = new Map<string, number>();
    for (let t = 0; t < triangles.length; t += 3)
      for (let side = 0; side < 3; side++) {
        const ends = [triangles[t + side], triangles[t + ((side + 1) % 3)]].sort((a, b) => a - b).join();
        edges.set(ends, (edges.get(ends) ?? 0) + 1);
      }
    const counts = [...edges.values()];
    assert.ok(counts.every((count) => count <= 2));
    // Euler: vertices - edges + triangles is 1 for a disc.
    assert.equal(468 - edges.size + 898, 1);
    assert.equal(counts.filter((count) => count === 1).length, 36, "the outline of the face");
  });

  it("faces the viewer: most triangles are counter-clockwise", () => {
    let front = 0;
    for (let t = 0; t < triangles.length; t += 3) {
      const [a, b, c] = triangles.subarray(t, t + 3);
      const [x, y] = [0, 1].map((axis) => (v: number) => positions[v * 3 + axis]);
      if ((x(b) - x(a)) * (y(c) - y(a)) - (y(b) - y(a)) * (x(c) - x(a)) > 0) front++;
    }
    assert.ok(front > 0.9 * 898, `${front} of 898`);
  });

  it("has its texture within the picture", () => {
    assert.ok(uv.every((value) => value >= 0 && value <= 1));
  });
});
