import type { Random } from "../../random/random.js";
import type { ActionUnitWeights } from "./actionUnits.js";

/** Ekman's emotions and neutral, in lower case. */
export const expressionNames = ["happy", "sad", "neutral", "angry", "surprise", "disgust", "fear"] as const;
export type Expression = (typeof expressionNames)[number];

/**
 * The action units of each emotion at its apex (Ekman, Friesen and Hager, "Facial Action Coding System:
 * Investigator's Guide", 2002); the first prototype is the most common, the others are variants.
 */
const prototypes: Record<Expression, readonly ActionUnitWeights[]> = {
  neutral: [{}],
  happy: [
    { cheekRaiser: 0.9, lipCornerPuller: 1, lipsPart: 0.9, upperLipRaiser: 0.3 },
    { cheekRaiser: 0.8, lipCornerPuller: 1.05 },
    { cheekRaiser: 1, lipCornerPuller: 1.1, lipsPart: 1, upperLipRaiser: 0.35, jawDrop: 0.3 },
  ],
  sad: [
    { innerBrowRaiser: 1.35, browLowerer: 0.3, lipCornerDepressor: 1, eyesClosed: 0.25 },
    { innerBrowRaiser: 1.3, browLowerer: 0.25, lipCornerDepressor: 0.95, chinRaiser: 0.7, eyesClosed: 0.22 },
    { innerBrowRaiser: 1.2, browLowerer: 0.35, lipCornerDepressor: 0.9, cheekRaiser: 0.3, eyesClosed: 0.32 },
  ],
  surprise: [
    { innerBrowRaiser: 1, outerBrowRaiser: 1, upperLidRaiser: 1, lipsPart: 0.6, jawDrop: 1 },
    { innerBrowRaiser: 0.9, outerBrowRaiser: 1, upperLidRaiser: 0.8, lipsPart: 0.7, jawDrop: 0.65 },
  ],
  fear: [fear({ lipsPart: 0.9, jawDrop: 0.35 }), fear({ lipsPart: 1, lipStretcher: 1, jawDrop: 0.15 })],
  angry: [
    { browLowerer: 1.15, upperLidRaiser: 0.7, lidTightener: 0.9, lipTightener: 1, chinRaiser: 0.35 },
    {
      browLowerer: 1.15,
      upperLidRaiser: 0.6,
      lidTightener: 1,
      lipStretcher: 0.55,
      lipTightener: 0.5,
      lipsPart: 0.8,
    },
    { browLowerer: 1.2, lidTightener: 0.9, lipTightener: 0.9, lipCornerDepressor: 0.3, noseWrinkler: 0.25 },
  ],
  disgust: [
    {
      noseWrinkler: 1,
      upperLipRaiser: 0.8,
      lipCornerDepressor: 0.5,
      lowerLipDepressor: 0.4,
      cheekRaiser: 0.3,
    },
    { noseWrinkler: 1, upperLipRaiser: 0.9, lowerLipDepressor: 0.6, lipsPart: 0.5, lidTightener: 0.6 },
    { noseWrinkler: 0.9, upperLipRaiser: 0.6, lipCornerDepressor: 0.6, chinRaiser: 0.7, lidTightener: 0.5 },
  ],
};

function fear(mouth: ActionUnitWeights): ActionUnitWeights {
  const upperFace = { innerBrowRaiser: 1, outerBrowRaiser: 0.55, browLowerer: 0.6, upperLidRaiser: 1 };
  return { ...upperFace, lidTightener: 0.45, lipStretcher: 0.85, ...mouth };
}

/** The most common way of showing an emotion at its apex. */
export function usualExpression(expression: Expression): ActionUnitWeights {
  return prototypes[expression][0];
}

/**
 * One person's way of showing an emotion at its apex.
 * @param variety 0: nearly always the first prototype, at its own strength; 1: any variant, each unit scaled by 60 to 130 %
 */
export function drawExpression(expression: Expression, random: Random, variety: number): ActionUnitWeights {
  const variants = prototypes[expression];
  const chosen = random.chance(0.15 + 0.85 * variety) ? random.pick(variants) : variants[0];
  return Object.fromEntries(
    Object.entries(chosen).map(([unit, weight]) => [
      unit,
      weight * (1 + variety * random.between(-0.4, 0.3)),
    ]),
  );
}

/** Mixes action units by weight, e.g. during the transition from one expression to the next. */
export function mixExpressions(parts: readonly (readonly [ActionUnitWeights, number])[]): ActionUnitWeights {
  const mixed: Record<string, number> = {};
  for (const [weights, share] of parts) {
    for (const [unit, weight] of Object.entries(weights)) mixed[unit] = (mixed[unit] ?? 0) + share * weight;
  }
  return mixed;
}
