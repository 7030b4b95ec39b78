import type { Colour } from "./identity.js";

/** The lighting of a scene. */
export interface Lighting {
  /** Unit vector towards the light. */
  readonly direction: readonly [number, number, number];
  /** Intensity of the directional and of the ambient light, 1 = full. */
  readonly key: Colour;
  readonly ambient: Colour;
  /** Multiplies the depth of the folds of the skin. @default 1 */
  readonly folds?: number;
}

/**
 * The light on every vertex of a surface: ambient, directional (wrapped, as skin scatters it) and
 * shine (specular).
 * @returns `[vertices, 4]`: factors of red, green and blue, and shine in grey levels
 */
export function lightVertices(
  positions: Float32Array,
  triangles: Uint16Array,
  shine: number,
  { direction, key, ambient }: Lighting,
): Float32Array {
  const normals = addNormals(positions, triangles);
  const light = new Float32Array((positions.length / 3) * 4);
  const [lx, ly, lz] = direction;
  const half = Math.hypot(lx, ly, lz + 1);
  const hx = lx / half;
  const hy = ly / half;
  const hz = (lz + 1) / half;
  for (let v = 0, to = 0; v < normals.length; v += 3, to += 4) {
    let x = normals[v];
    let y = normals[v + 1];
    let z = normals[v + 2];
    const inverse = 1 / (Math.sqrt(x * x + y * y + z * z) || 1);
    x *= inverse;
    y *= inverse;
    z *= inverse;
    const wrapped = Math.max(0, (x * lx + y * ly + z * lz + 0.35) / 1.35);
    const sky = 0.82 + 0.18 * y;
    light[to] = ambient[0] * sky + key[0] * wrapped;
    light[to + 1] = ambient[1] * sky + key[1] * wrapped;
    light[to + 2] = ambient[2] * sky + key[2] * wrapped;
    const mirrored = x * hx + y * hy + z * hz;
    if (mirrored > 0.7) {
      const fourth = mirrored * mirrored * mirrored * mirrored;
      light[to + 3] = 255 * shine * fourth * fourth * fourth * fourth;
    }
  }
  return light;
}

/** The area-weighted sum of the triangles' normals at each vertex. */
function addNormals(p: Float32Array, triangles: Uint16Array): Float32Array {
  const normals = new Float32Array(p.length);
  for (let t = 0; t < triangles.length; t += 3) {
    const a = triangles[t] * 3;
    const b = triangles[t + 1] * 3;
    const c = triangles[t + 2] * 3;
    const ux = p[b] - p[a];
    const uy = p[b + 1] - p[a + 1];
    const uz = p[b + 2] - p[a + 2];
    const vx = p[c] - p[a];
    const vy = p[c + 1] - p[a + 1];
    const vz = p[c + 2] - p[a + 2];
    const x = uy * vz - uz * vy;
    const y = uz * vx - ux * vz;
    const z = ux * vy - uy * vx;
    normals[a] += x;
    normals[a + 1] += y;
    normals[a + 2] += z;
    normals[b] += x;
    normals[b + 1] += y;
    normals[b + 2] += z;
    normals[c] += x;
    normals[c + 1] += y;
    normals[c + 2] += z;
  }
  return normals;
}
