import { actionUnitNumbers, type ActionUnitWeights } from "../synthetic/actionUnits.js";
import { expressionNames, type Expression } from "../synthetic/expressions.js";

/** What a drawn face shows and how it is seen. */
export interface FaceOptions {
  /**
   * Facial action units by name and strength: 0 is none, 1 is strong, up to 1.5. `cheekRaiser` is 6 of the Facial Action
   * Coding System, `lipCornerPuller` is 12. @default none: a neutral face
   */
  readonly units?: ActionUnitWeights;
  /** In place of units: an emotion in its most common form: happy, sad, neutral, angry, surprise, disgust or fear. */
  readonly emotion?: Expression;
  /** How strongly, 0..1. @default 1 */
  readonly intensity?: number;
  /** Number of the person in the cast of this seed. @default 0 */
  readonly person?: number;
  /** @default 0 */
  readonly seed?: number | string;
  /** In place of the person: one of the same number in a cast of light or of dark skin. @default the cast of all tones */
  readonly skin?: "light" | "dark";
  /** Whether the camera is set for the person's skin (1) or for light skin (0), 0..1. @default 1 */
  readonly exposure?: number;
  /** Height and width in pixels, 16..512. @default 160 */
  readonly size?: number;
  /** Degrees to the viewer's right, -90..90. @default 0 */
  readonly yaw?: number;
  /** Degrees downwards, -90..90. @default 0 */
  readonly pitch?: number;
  /** Degrees clockwise, -180..180. @default 0 */
  readonly roll?: number;
  /** Multiplies the face: at 1, 22 cm fill the picture's height, 0.1..3. @default 1 */
  readonly zoom?: number;
  /** Multiplies all light, 0..3. @default 1 */
  readonly light?: number;
  /** Degrees of the light to the viewer's right, -90..90; there is no other then. @default light from the front and all around */
  readonly lightFrom?: number;
  /** A hand covers the mouth. @default false */
  readonly covered?: boolean;
  /** Standard deviation of the camera's noise in grey levels, 0..100. @default 1 */
  readonly noise?: number;
}

const ranges = {
  intensity: [0, 1],
  person: [0, 9999],
  exposure: [0, 1],
  size: [16, 512],
  yaw: [-90, 90],
  pitch: [-90, 90],
  roll: [-180, 180],
  zoom: [0.1, 3],
  light: [0, 3],
  lightFrom: [-90, 90],
  noise: [0, 100],
} as const;

/** @throws RangeError that names what cannot be drawn */
export function checkFaceOptions(options: FaceOptions): void {
  for (const [name, [least, most]] of Object.entries(ranges)) {
    const value = options[name as keyof typeof ranges];
    if (value !== undefined && !(value >= least && value <= most))
      throw new RangeError(`"${name}" must lie between ${least} and ${most}, got ${String(value)}.`);
  }
  for (const name of ["person", "size"] as const)
    if (options[name] !== undefined && !Number.isInteger(options[name]))
      throw new RangeError(`"${name}" must be a whole number, got ${String(options[name])}.`);
  checkExpression(options);
}

function checkExpression({ units = {}, emotion }: FaceOptions): void {
  if (emotion !== undefined && Object.keys(units).length > 0)
    throw new RangeError('Give a face "units" or an "emotion", not both.');
  if (emotion !== undefined && !expressionNames.includes(emotion))
    throw new RangeError(
      `"${String(emotion)}" cannot be drawn; choose one of ${expressionNames.join(", ")}.`,
    );
  for (const [unit, strength] of Object.entries(units)) {
    if (!(unit in actionUnitNumbers))
      throw new RangeError(
        `There is no unit "${unit}"; the units are ${Object.keys(actionUnitNumbers).join(", ")}.`,
      );
    if (!(strength >= 0 && strength <= 1.5))
      throw new RangeError(`The strength of "${unit}" must lie between 0 and 1.5, got ${String(strength)}.`);
  }
}
