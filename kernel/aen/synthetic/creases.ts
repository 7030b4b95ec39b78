import type { ActionUnit, ActionUnitWeights } from "./actionUnits.js";
import { bell } from "./displacement.js";
import { baseFace } from "./faceMesh.js";
import { eye } from "./landmarks.js";
import type { Texture } from "./rasterise.js";
import { nearestOnLine, type Point } from "./uvLines.js";

/** A skin fold that deepens with action units; it is mirrored on the other side of the face. */
interface Crease {
  readonly units: readonly ActionUnit[];
  /** Landmarks, with offsets in texture space, or points in texture space. */
  readonly line: readonly (number | Point)[];
  /** Half its width, as a fraction of the texture's. */
  readonly reach: number;
  /** How much darker it is at full strength. */
  readonly depth: number;
}

const creases: readonly Crease[] = [
  // Beside the nose and mouth: smiling and raising the upper lip.
  { units: ["lipCornerPuller"], line: [129, 203, 206, 216], reach: 0.009, depth: 0.42 },
  { units: ["noseWrinkler", "upperLipRaiser"], line: [129, 203, 206], reach: 0.009, depth: 0.4 },
  // Under and beside the eye.
  { units: ["cheekRaiser", "lidTightener"], line: eye.belowFold.slice(1, 6), reach: 0.008, depth: 0.3 },
  {
    units: ["cheekRaiser"],
    line: [
      [0.262, 0.372],
      [0.215, 0.352],
    ],
    reach: 0.006,
    depth: 0.4,
  },
  {
    units: ["cheekRaiser"],
    line: [
      [0.262, 0.384],
      [0.212, 0.388],
    ],
    reach: 0.006,
    depth: 0.4,
  },
  {
    units: ["cheekRaiser"],
    line: [
      [0.265, 0.396],
      [0.222, 0.42],
    ],
    reach: 0.006,
    depth: 0.35,
  },
  // Between the brows, across the nose, across the forehead.
  {
    units: ["browLowerer"],
    line: [
      [0.472, 0.255],
      [0.466, 0.305],
    ],
    reach: 0.008,
    depth: 0.5,
  },
  {
    units: ["noseWrinkler"],
    line: [
      [0.5, 0.352],
      [0.462, 0.338],
    ],
    reach: 0.007,
    depth: 0.45,
  },
  {
    units: ["noseWrinkler"],
    line: [
      [0.5, 0.388],
      [0.455, 0.42],
    ],
    reach: 0.007,
    depth: 0.4,
  },
  {
    units: ["noseWrinkler"],
    line: [
      [0.5, 0.41],
      [0.46, 0.45],
    ],
    reach: 0.007,
    depth: 0.35,
  },
  {
    units: ["outerBrowRaiser", "innerBrowRaiser"],
    line: [
      [0.5, 0.2],
      [0.42, 0.194],
      [0.35, 0.21],
    ],
    reach: 0.007,
    depth: 0.3,
  },
  {
    units: ["outerBrowRaiser", "innerBrowRaiser"],
    line: [
      [0.5, 0.168],
      [0.42, 0.164],
      [0.37, 0.176],
    ],
    reach: 0.007,
    depth: 0.26,
  },
  // At the corners of the mouth and on the chin.
  {
    units: ["lipCornerDepressor", "lipStretcher"],
    line: [
      [0.378, 0.698],
      [0.366, 0.74],
    ],
    reach: 0.009,
    depth: 0.4,
  },
  {
    units: ["chinRaiser", "lipTightener"],
    line: [
      [0.5, 0.792],
      [0.46, 0.8],
      [0.44, 0.815],
    ],
    reach: 0.011,
    depth: 0.3,
  },
];

interface CreaseMap {
  readonly units: readonly ActionUnit[];
  readonly texels: Uint32Array;
  readonly depths: Float32Array;
}

/** By the width of the texture. */
const mapsOf = new Map<number, CreaseMap[]>();

/**
 * A copy of the skin's texture with an expression's folds.
 * @param age 0 smooth to 1 deep lines
 * @param deepen multiplies their depth
 */
export function foldSkin(texture: Texture, weights: ActionUnitWeights, age: number, deepen = 1): Texture {
  const maps = mapsOf.get(texture.width) ?? creases.map((crease) => drawMap(crease, texture.width));
  mapsOf.set(texture.width, maps);
  const data = texture.data.slice();
  for (const { units, texels, depths } of maps) {
    const strength = Math.min(
      1,
      units.reduce((sum, unit) => Math.max(sum, weights[unit] ?? 0), 0.25 * age),
    );
    if (strength <= 0.02) continue;
    for (let i = 0; i < texels.length; i++) {
      const at = texels[i] * 3;
      const keep = 1 - Math.min(0.75, strength * depths[i] * deepen * (0.8 + 0.4 * age));
      data[at] *= keep;
      data[at + 1] *= keep * (1 - 0.12 * depths[i]);
      data[at + 2] *= keep * (1 - 0.12 * depths[i]);
    }
  }
  return { ...texture, data };
}

function drawMap({ units, line, reach, depth }: Crease, size: number): CreaseMap {
  const { mesh } = baseFace();
  const points = line.map((place): Point =>
    typeof place === "number" ? [mesh.uv[place * 2], mesh.uv[place * 2 + 1]] : place,
  );
  const [texels, depths]: [number[], number[]] = [[], []];
  for (let texel = 0; texel < size * size; texel++) {
    const [u, v] = [((texel % size) + 0.5) / size, (Math.floor(texel / size) + 0.5) / size];
    const { distance, along } = nearestOnLine(points, Math.min(u, 1 - u), v);
    const taper = Math.min(1, along * 5 + (points[0][0] === 0.5 ? 1 : 0.2), (1 - along) * 4 + 0.2);
    const value = depth * bell(distance, reach) * taper;
    if (value < 0.02) continue;
    texels.push(texel);
    depths.push(value);
  }
  return { units, texels: Uint32Array.from(texels), depths: Float32Array.from(depths) };
}
