import type { FaceMesh } from "./canonicalMesh.js";

/** A finer mesh whose vertices are weighted means of the coarse ones, so displacements refine with it. */
export interface RefinedMesh {
  readonly vertexCount: number;
  readonly triangles: Uint16Array;
  readonly uv: Float32Array;
  /** Maps values of the coarse vertices, `[coarse, channels]`, to `[fine, channels]`. */
  refine(values: Float32Array, channels: number): Float32Array;
}

type Weights = [vertex: number, weight: number][];

/** One step of Loop subdivision, with the usual boundary rules (C. Loop, 1987). */
export function refineMesh({ positions, uv, triangles }: FaceMesh): RefinedMesh {
  const coarse = positions.length / 3;
  const edges = collectEdges(triangles);
  const rows: Weights[] = smoothVertices(coarse, edges);
  for (const edge of edges.values()) {
    edge.vertex = rows.length;
    rows.push(edgePoint(edge));
  }
  const refine = applyWeights(rows);
  return {
    vertexCount: rows.length,
    triangles: splitTriangles(triangles, edges),
    uv: refine(uv, 2),
    refine,
  };
}

interface Edge {
  readonly ends: readonly [number, number];
  readonly opposite: number[];
  vertex: number;
}

const edgeKey = (a: number, b: number) => (a < b ? a * 65536 + b : b * 65536 + a);

function collectEdges(triangles: Uint16Array): Map<number, Edge> {
  const edges = new Map<number, Edge>();
  for (let t = 0; t < triangles.length; t += 3) {
    for (let side = 0; side < 3; side++) {
      const [a, b, c] = [0, 1, 2].map((step) => triangles[t + ((side + step) % 3)]);
      const edge = edges.get(edgeKey(a, b)) ?? { ends: [a, b], opposite: [], vertex: -1 };
      edge.opposite.push(c);
      edges.set(edgeKey(a, b), edge);
    }
  }
  return edges;
}

function edgePoint({ ends: [a, b], opposite }: Edge): Weights {
  if (opposite.length < 2) return [a, b].map((end) => [end, 0.5]);
  return [[a, 0.375] as [number, number], [b, 0.375] as [number, number]].concat(
    opposite.map((vertex) => [vertex, 0.125]),
  );
}

function smoothVertices(count: number, edges: ReadonlyMap<number, Edge>): Weights[] {
  const neighbours = Array.from({ length: count }, (): number[] => []);
  const borders = Array.from({ length: count }, (): number[] => []);
  for (const { ends, opposite } of edges.values()) {
    for (const [from, to] of [ends, [ends[1], ends[0]]]) {
      neighbours[from].push(to);
      if (opposite.length < 2) borders[from].push(to);
    }
  }
  return neighbours.map((around, vertex): Weights => {
    if (around.length === 0) return [[vertex, 1]];
    const ring = borders[vertex].length > 0 ? borders[vertex] : around;
    const weight =
      borders[vertex].length > 0 ? 0.25 / ring.length : ring.length === 3 ? 0.1875 : 0.375 / ring.length;
    return [[vertex, 1 - weight * ring.length], ...ring.map((near): [number, number] => [near, weight])];
  });
}

function splitTriangles(triangles: Uint16Array, edges: ReadonlyMap<number, Edge>): Uint16Array {
  const result = new Uint16Array(triangles.length * 4);
  for (let t = 0; t < triangles.length; t += 3) {
    const [a, b, c] = triangles.subarray(t, t + 3);
    const [ab, bc, ca] = [edgeKey(a, b), edgeKey(b, c), edgeKey(c, a)].map((key) => edges.get(key)!.vertex);
    result.set([a, ab, ca, ab, b, bc, ca, bc, c, ab, bc, ca], t * 4);
  }
  return result;
}

function applyWeights(rows: readonly Weights[]): RefinedMesh["refine"] {
  return (values, channels) => {
    const result = new Float32Array(rows.length * channels);
    rows.forEach((row, vertex) => {
      for (const [from, weight] of row) {
        for (let c = 0; c < channels; c++) {
          result[vertex * channels + c] += weight * values[from * channels + c];
        }
      }
    });
    return result;
  };
}
