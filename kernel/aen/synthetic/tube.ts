import type { Part } from "./part.js";
import type { Texture } from "./rasterise.js";

export type Place = readonly [x: number, y: number, z: number];

/** A round bar along a line of points; `radius` gives its thickness along the way (0..1); the ends are rounded. */
export function tube(
  name: Part["name"],
  texture: Texture,
  line: readonly Place[],
  radius: (along: number) => number,
  shine = 0.1,
): Part {
  const sides = 10;
  const rings = capped(line);
  const [positions, uv, triangles]: [number[], number[], number[]] = [[], [], []];
  rings.forEach(({ place, along, swell }, ring) => {
    const [across, over] = frameAt(line, along);
    for (let side = 0; side <= sides; side++) {
      const angle = (side / sides) * 2 * Math.PI;
      const size = radius(along) * swell;
      for (let c = 0; c < 3; c++) {
        positions.push(place[c] + size * (Math.cos(angle) * across[c] + Math.sin(angle) * over[c]));
      }
      uv.push(side / sides, along);
      if (ring + 1 === rings.length || side === sides) continue;
      const a = ring * (sides + 1) + side;
      triangles.push(a, a + 1, a + sides + 1, a + 1, a + sides + 2, a + sides + 1);
    }
  });
  return {
    name,
    texture,
    shine,
    follows: "skull",
    positions: Float32Array.from(positions),
    uv: Float32Array.from(uv),
    triangles: Uint16Array.from(triangles),
  };
}

function capped(line: readonly Place[]): { place: Place; along: number; swell: number }[] {
  const last = line.length - 1;
  const rings = line.map((place, i) => ({ place, along: i / last, swell: 1 }));
  const cap = (i: number, next: number) =>
    [0.02, 0.55, 0.85].map((swell, step) => {
      const back = -[0.55, 0.45, 0.25][step] / (Math.hypot(...minus(line[i], line[next])) || 1);
      const place = line[i].map((value, c) => value + back * (line[next][c] - value)) as unknown as Place;
      return { place, along: i / last, swell };
    });
  return [...cap(0, 1), ...rings, ...cap(last, last - 1).reverse()];
}

/** Two directions perpendicular to the line and to each other. */
function frameAt(line: readonly Place[], along: number): [Place, Place] {
  const at = along * (line.length - 1);
  const from = Math.max(0, Math.ceil(at) - 1);
  const ahead = unit(minus(line[Math.min(line.length - 1, Math.floor(at) + 1)], line[from]));
  const across = unit(cross(ahead, Math.abs(ahead[2]) > 0.9 ? [0, 1, 0] : [0, 0, 1]));
  return [across, cross(ahead, across)];
}

function minus(a: Place, b: Place): Place {
  return [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
}

function cross(a: Place, b: Place): Place {
  return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
}

function unit(a: Place): Place {
  const length = Math.hypot(...a) || 1;
  return [a[0] / length, a[1] / length, a[2] / length];
}
