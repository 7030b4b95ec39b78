import assert from "node:assert/strict";
import { loadCanonicalMesh } from "../../../../kernel/aen/synthetic/canonicalMesh.js";
import { baseFace } from "../../../../kernel/aen/synthetic/faceMesh.js";
import { eye, lips, outline } from "../../../../kernel/aen/synthetic/landmarks.js";

const height = (positions: Float32Array, vertex: number) => positions[vertex * 3 + 1];
const [slitAbove, slitBelow] = [lips.upper[3][5], lips.lower[3][5]];

describe("the mesh of synthetic faces", () => {
  const { mesh, mirror, fine } = baseFace();

  it("is symmetric, its mirror map too", () => {
    mirror.forEach((partner, vertex) => {
      assert.equal(mirror[partner], vertex);
      for (const axis of [0, 1, 2]) {
        const there = mesh.positions[partner * 3 + axis] * (axis === 0 ? -1 : 1);
        assert.ok(Math.abs(there - mesh.positions[vertex * 3 + axis]) < 0.01, `${vertex}`);
      }
    });
  });

  it("has its mouth closed when no action unit is shown, though MediaPipe's is open", () => {
    const canonical = loadCanonicalMesh().positions;
    assert.ok(height(canonical, slitAbove) - height(canonical, slitBelow) > 0.4);
    lips.upper[3].forEach((above, column) => {
      const gap = height(mesh.positions, above) - height(mesh.positions, lips.lower[3][column]);
      assert.ok(Math.abs(gap) < 1e-5);
    });
  });

  it("is one surface with four rims: its outer one, the eyes and the mouth", () => {
    const edges = new Map<string, number>();
    const { triangles } = mesh;
    for (let t = 0; t < triangles.length; t += 3)
      for (let side = 0; side < 3; side++) {
        const ends = [triangles[t + side], triangles[t + ((side + 1) % 3)]].sort((a, b) => a - b).join();
        edges.set(ends, (edges.get(ends) ?? 0) + 1);
      }
    const vertices = mesh.positions.length / 3;
    assert.deepEqual([vertices, new Set(triangles).size, mesh.uv.length / 2], [540, 540, 540]);
    // Euler: 2 less a rim each
    assert.equal(vertices - edges.size + triangles.length / 3, 2 - 4);
    const rim = new Set(
      [...edges].filter(([, uses]) => uses === 1).flatMap(([ends]) => ends.split(",").map(Number)),
    );
    for (const vertex of [...eye.upper, ...eye.lower, ...lips.upper[3], ...lips.lower[3]])
      assert.ok(rim.has(vertex) && rim.has(mirror[vertex]), `${vertex}`);
    for (const vertex of outline) assert.ok(!rim.has(vertex), "the outline goes on backwards");
  });

  it("leads back from the outline: the two rings that are added lie behind it, the last furthest", () => {
    outline.forEach((vertex, place) => {
      const depth = (of: number) => mesh.positions[of * 3 + 2];
      assert.ok(depth(vertex) > depth(468 + place) && depth(468 + place) > depth(504 + place));
    });
  });

  it("is refined as its positions are, and prepared once", () => {
    assert.equal(fine.refine(mesh.positions, 3).length, fine.vertexCount * 3);
    assert.equal(baseFace(), baseFace());
  });
});
