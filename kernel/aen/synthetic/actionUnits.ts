import { baseFace, type BaseFace } from "./faceMesh.js";
import { pullField, smooth, type DisplacementField, type Pull } from "./displacement.js";
import { eye, lips } from "./landmarks.js";

/**
 * The facial action units that expressions are made of (Ekman, Friesen and Hager, "Facial Action Coding System",
 * 2002), each with its number there; closed eyes are 43 and, when short, 45. The displacements are our own.
 */
export const actionUnitNumbers = {
  innerBrowRaiser: 1,
  outerBrowRaiser: 2,
  browLowerer: 4,
  upperLidRaiser: 5,
  cheekRaiser: 6,
  lidTightener: 7,
  noseWrinkler: 9,
  upperLipRaiser: 10,
  lipCornerPuller: 12,
  lipCornerDepressor: 15,
  lowerLipDepressor: 16,
  chinRaiser: 17,
  lipStretcher: 20,
  lipTightener: 23,
  lipsPart: 25,
  jawDrop: 26,
  eyesClosed: 43,
} as const;
export type ActionUnit = keyof typeof actionUnitNumbers;

export type ActionUnitWeights = Partial<Record<ActionUnit, number>>;

const share = (...rows: readonly (readonly [readonly number[], number])[]) =>
  new Map(rows.flatMap(([vertices, weight]) => vertices.map((vertex): [number, number] => [vertex, weight])));

const upperLid = share([eye.upper, 1], [eye.upperFold, 0.55], [eye.aboveFold, 0.12]);
const lowerLid = share([eye.lower, 1], [eye.lowerFold, 0.7], [eye.belowFold, 0.3]);
const upperLip = share([lips.upper[0], 0.75], [lips.upper[1], 0.9], [lips.upper[2], 1], [lips.upper[3], 1]);
const lowerLip = share([lips.lower[0], 0.75], [lips.lower[1], 0.9], [lips.lower[2], 1], [lips.lower[3], 1]);

const pulls: Record<Exclude<ActionUnit, "jawDrop" | "eyesClosed">, readonly Pull[]> = {
  innerBrowRaiser: [
    { at: 107, by: [0.05, 0.9, 0], reach: 1 },
    { at: 55, by: [0, 0.3, 0], reach: 0.8 },
    { at: 9, by: [0, 0.3, 0], reach: 0.9 },
  ],
  outerBrowRaiser: [
    { at: 105, by: [0, 0.75, 0], reach: 1.2 },
    { at: 70, by: [0, 0.75, 0], reach: 1.2 },
  ],
  browLowerer: [
    { at: 55, by: [-0.45, -0.6, 0.15], reach: 1.1 },
    { at: 66, by: [-0.25, -0.45, 0.05], reach: 1 },
    { at: 105, by: [-0.1, -0.25, 0], reach: 1 },
  ],
  upperLidRaiser: [{ at: 159, by: [0, 0.38, 0], reach: 1.3, only: upperLid }],
  cheekRaiser: [
    { at: 50, by: [0.05, 0.55, 0.3], reach: 1.5 },
    { at: 145, by: [0, 0.26, 0.05], reach: 1.5, only: lowerLid },
  ],
  lidTightener: [
    { at: 145, by: [0, 0.22, 0], reach: 1.5, only: lowerLid },
    { at: 159, by: [0, -0.14, 0], reach: 1.5, only: upperLid },
  ],
  noseWrinkler: [
    { at: 129, by: [0.15, 0.55, 0.1], reach: 1 },
    { at: 193, by: [-0.1, 0.1, 0.1], reach: 0.8 },
    { at: 55, by: [-0.2, -0.45, 0.1], reach: 1.1 },
    { at: 37, by: [0, 0.35, 0.1], reach: 1.2, only: upperLip },
  ],
  upperLipRaiser: [
    { at: 37, by: [0.05, 0.5, 0.1], reach: 1.3, only: upperLip },
    { at: 205, by: [0.05, 0.3, 0.15], reach: 1.2 },
  ],
  lipCornerPuller: [
    { at: 61, by: [1, 1.15, -0.6], reach: 1.15 },
    { at: 205, by: [0.2, 0.4, 0.3], reach: 1.4 },
    { at: 17, by: [0, 0.15, -0.15], reach: 1.2 },
  ],
  lipCornerDepressor: [
    { at: 61, by: [0.15, -0.8, -0.15], reach: 0.95 },
    { at: 57, by: [0.1, -0.3, 0.05], reach: 1 },
  ],
  lowerLipDepressor: [{ at: 84, by: [0.1, -0.55, -0.05], reach: 1.4, only: lowerLip }],
  chinRaiser: [
    { at: 199, by: [0, 0.55, 0.25], reach: 1.2 },
    { at: 17, by: [0, 0.3, 0.3], reach: 1 },
    { at: 0, by: [0, 0.12, 0.1], reach: 0.9 },
  ],
  lipStretcher: [
    { at: 61, by: [1, -0.15, -0.4], reach: 1.2 },
    { at: 57, by: [0.3, -0.3, 0], reach: 1.2 },
  ],
  lipTightener: [
    { at: 61, by: [-0.35, 0, 0.1], reach: 1 },
    { at: 0, by: [0, -0.25, -0.2], reach: 1, only: share([lips.upper[0], 1], [lips.upper[1], 0.5]) },
    { at: 17, by: [0, 0.3, -0.2], reach: 1, only: share([lips.lower[0], 1], [lips.lower[1], 0.5]) },
  ],
  lipsPart: [
    { at: 13, by: [0, 0.15, 0.05], reach: 1.5, only: upperLip },
    { at: 14, by: [0, -0.35, 0], reach: 1.5, only: lowerLip },
  ],
};

let fields: Record<ActionUnit, DisplacementField> | undefined;

/** The displacements of all action units, on the coarse vertices of {@link baseFace}. */
export function actionUnitFields(): Record<ActionUnit, DisplacementField> {
  return (fields ??= makeFields(baseFace()));
}

function makeFields(face: BaseFace): Record<ActionUnit, DisplacementField> {
  const pulled = Object.entries(pulls).map(([unit, list]) => [unit, pullField(face, list)]);
  return {
    ...(Object.fromEntries(pulled) as Record<keyof typeof pulls, DisplacementField>),
    jawDrop: jawField(face),
    eyesClosed: lidField(face),
  };
}

/** The lower jaw turns about its hinge below the ears; lower lip and chin follow, the upper lip does not. */
function jawField({ mesh: { positions } }: BaseFace): DisplacementField {
  const field = new Float32Array(positions.length);
  const upper = new Set<number>(lips.upper.flatMap((row) => row.slice(1, -1)));
  const lower = new Set<number>(lips.lower.flatMap((row) => row.slice(1, -1)));
  const angle = 0.3;
  for (let vertex = 0; vertex < positions.length / 3; vertex++) {
    const [x, y, z] = positions.subarray(vertex * 3, vertex * 3 + 3);
    const beside = smooth(1.6, 6, Math.abs(x));
    let weight: number;
    if (lower.has(vertex)) weight = 1 - 0.6 * Math.min(1, Math.abs(x) / 2.3) ** 3;
    else if (upper.has(vertex)) weight = 0.3 * Math.min(1, Math.abs(x) / 2.3) ** 3;
    else if (y > -4.3) weight = smooth(-0.5, -5, y) * (0.15 + 0.6 * beside) * smooth(-2, -4.3, y);
    else weight = 0.38 + 0.62 * smooth(-4.3, -5.4, y) * (1 - 0.45 * beside);
    if (z < -2 && y > -6) weight *= 0.3;
    field[vertex * 3 + 1] = -weight * Math.max(0, z + 3) * angle;
    field[vertex * 3 + 2] = weight * (y - 0) * angle * 0.45;
  }
  return field;
}

/** The upper lid drops to the lower one, column by column; the fold above it follows. */
function lidField({ mesh: { positions }, mirror }: BaseFace): DisplacementField {
  const field = new Float32Array(positions.length);
  eye.upper.forEach((_, column) => {
    const [top, bottom] = [eye.upper[column], eye.lower[column]];
    for (const [vertex, part] of [
      [top, 0.93],
      [eye.upperFold[column], 0.6],
      [bottom, -0.08],
    ] as const) {
      for (const axis of [1, 2]) {
        const way = positions[bottom * 3 + axis] - positions[top * 3 + axis];
        const forwards = axis === 2 && part > 0 ? 0.12 : 0;
        for (const v of [vertex, mirror[vertex]]) field[v * 3 + axis] = part * way + forwards;
      }
    }
  });
  return field;
}
