import { drawIdentity } from "./identity.js";
import { drawLighting, drawView, type SyntheticRecipe } from "./syntheticClip.js";

/** The groups that a drawn clip belongs to, by which figures can be told apart. */
export interface DrawnGroups extends Readonly<Record<string, string>> {
  readonly skin: "light" | "dark";
  readonly sex: "woman" | "man";
  /** From the middle of the scale on, lines show. */
  readonly age: "younger" | "older";
  readonly glasses: "glasses" | "no glasses";
  readonly beard: "beard" | "no beard";
  /** Where the lamp stands: within 15 degrees of the front, or beside. */
  readonly light: "front" | "side";
  /** Where the camera stands on average: within 8 degrees of the front, or beside. */
  readonly camera: "front" | "side";
}

/** The groups of a clip with this recipe. */
export function groupsOf(recipe: SyntheticRecipe): DrawnGroups {
  const identity = drawIdentity(recipe.seed, recipe.person, recipe.skew?.darkSkin);
  const yaws = recipe.truth.map((_, frame) => drawView(recipe, frame).yaw);
  const yaw = yaws.reduce((sum, each) => sum + each, 0) / yaws.length;
  const [x, , z] = drawLighting(recipe).direction;
  return {
    skin: identity.darkSkin ? "dark" : "light",
    sex: identity.woman ? "woman" : "man",
    age: identity.age < 0.5 ? "younger" : "older",
    glasses: identity.glasses ? "glasses" : "no glasses",
    beard: identity.beard > 0 ? "beard" : "no beard",
    light: sideOf(Math.atan2(x, z), 15),
    camera: sideOf(yaw, 8),
  };
}

function sideOf(angle: number, degrees: number): "front" | "side" {
  return Math.abs(angle) < (degrees * Math.PI) / 180 ? "front" : "side";
}
