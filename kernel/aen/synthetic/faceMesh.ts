import { loadCanonicalMesh, type FaceMesh } from "./canonicalMesh.js";
import { eye, lips, mirrorOf, outline } from "./landmarks.js";
import { refineMesh, type RefinedMesh } from "./refine.js";

/** The base face: open at eyes and mouth, lips closed, its rim extended back to ears and neck. */
export interface BaseFace {
  readonly mesh: FaceMesh;
  readonly fine: RefinedMesh;
  /** For each coarse vertex, its partner on the other side of the face. */
  readonly mirror: Uint16Array;
}

let loaded: BaseFace | undefined;

/** Loaded and prepared once per process. */
export function baseFace(): BaseFace {
  return (loaded ??= prepare(loadCanonicalMesh()));
}

function prepare(canonical: FaceMesh): BaseFace {
  const mirror = mirrorOf(canonical.positions);
  const closed = { ...canonical, positions: closeLips(canonical.positions) };
  const mesh = leadRimBack(cutOpenings(closed, mirror));
  const rims = mesh.positions.length / 3 - mirror.length;
  const fullMirror = new Uint16Array(mirror.length + rims);
  fullMirror.set(mirror);
  const size = outline.length;
  for (let i = 0; i < rims; i++) {
    const [ring, place] = [Math.floor(i / size), i % size];
    fullMirror[mirror.length + i] = mirror.length + ring * size + ((size - place) % size);
  }
  return { mesh, fine: refineMesh(mesh), mirror: fullMirror };
}

/** Closes the rows next to the slit; the rows behind follow by less. */
function closeLips(positions: Float32Array): Float32Array {
  const result = positions.slice();
  const follow = [0, 0.35, 0.75, 1];
  lips.upper[3].forEach((_, column) => {
    const [top, bottom] = [lips.upper[3][column], lips.lower[3][column]];
    for (const axis of [1, 2]) {
      const middle = (positions[top * 3 + axis] + positions[bottom * 3 + axis]) / 2;
      follow.forEach((share, row) => {
        const [u, l] = [lips.upper[row][column], lips.lower[row][column]];
        if (u === l) return;
        result[u * 3 + axis] += share * (middle - positions[top * 3 + axis]);
        result[l * 3 + axis] += share * (middle - positions[bottom * 3 + axis]);
      });
    }
  });
  return result;
}

/** Removes the triangles that close the eyes and the mouth. */
function cutOpenings(mesh: FaceMesh, mirror: Uint16Array): FaceMesh {
  const eyelid = [eye.outer, eye.inner, ...eye.upper, ...eye.lower];
  const openings = [
    new Set<number>(eyelid),
    new Set<number>(eyelid.map((vertex) => mirror[vertex])),
    new Set<number>([...lips.upper[3], ...lips.lower[3]]),
  ];
  const kept: number[] = [];
  for (let t = 0; t < mesh.triangles.length; t += 3) {
    const corners = [...mesh.triangles.subarray(t, t + 3)];
    if (!openings.some((opening) => corners.every((corner) => opening.has(corner)))) kept.push(...corners);
  }
  return { ...mesh, triangles: Uint16Array.from(kept) };
}

/** Adds two rings behind the outline, so that the face curves into the sides of the head. */
function leadRimBack({ positions, uv, triangles }: FaceMesh): FaceMesh {
  const first = positions.length / 3;
  const steps = [
    { back: 2, narrow: 0.99 },
    { back: 4.5, narrow: 0.9 },
  ];
  const ring = (place: number, level: number) =>
    level === 0 ? outline[place % 36] : first + (level - 1) * 36 + (place % 36);
  const added = steps.flatMap(({ back, narrow }) =>
    outline.flatMap((vertex) => {
      const [x, y, z] = positions.subarray(vertex * 3, vertex * 3 + 3);
      return [x * narrow, y * narrow, z - back];
    }),
  );
  const sides = outline.flatMap((_, place) =>
    [0, 1].flatMap((level) => {
      const [a, b] = [ring(place, level), ring(place + 1, level)];
      const [c, d] = [ring(place, level + 1), ring(place + 1, level + 1)];
      return [a, b, c, b, d, c];
    }),
  );
  const rimUv = outline.flatMap((vertex) => [...uv.subarray(vertex * 2, vertex * 2 + 2)]);
  return {
    positions: Float32Array.from([...positions, ...added]),
    uv: Float32Array.from([...uv, ...rimUv, ...rimUv]),
    triangles: Uint16Array.from([...triangles, ...sides]),
  };
}
