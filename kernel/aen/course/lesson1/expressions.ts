import { type Exercise, type ExercisePart, type Finding, right, wrong } from "../exercise.js";
import { plainExercise } from "../plainExercise.js";

type Shares = readonly [shares: readonly number[]];

/** Positive (Happy, Surprise), Neutral, Negative (Sad, Angry, Disgust, Fear), from DFEW's order: SPEC.md, section 1. */
const sentiments: readonly (readonly number[])[] = [[0, 4], [2], [1, 3, 5, 6]];
const grouped = (shares: readonly number[], groups: readonly (readonly number[])[]) =>
  groups.map((group) => group.reduce((sum, emotion) => sum + shares[emotion], 0));

export const sentimentShares: Exercise = plainExercise<Shares>({
  ...{ id: "1.2", name: "From emotions to sentiment" },
  parts: [
    {
      what: "the values",
      points: 2,
      cases: [[[0.4, 0.1, 0.2, 0.1, 0.1, 0.05, 0.05]], [[0, 0.25, 0.05, 0.3, 0.1, 0.2, 0.1]]],
      hiddenCases: [[[0.02, 0.08, 0.1, 0.3, 0.35, 0.05, 0.1]]],
    },
  ],
  reference: (shares) => grouped(shares, sentiments),
  mistakes: [
    {
      hint: "You count surprise among the negative emotions. Look at the table of groups again.",
      value: (shares) => grouped(shares, [[0], [2], [1, 3, 4, 5, 6]]),
    },
    {
      hint: "You count surprise as neutral. Look at the table of groups again.",
      value: (shares) => grouped(shares, [[0], [2, 4], [1, 3, 5, 6]]),
    },
    {
      hint: "Your shares no longer add up to 1: you take means. What happens to a group's shares?",
      value: (shares) => sentiments.map((group, at) => grouped(shares, sentiments)[at] / group.length),
    },
    {
      hint: "You take the largest share of each group. What happens to the others?",
      value: (shares) => sentiments.map((group) => Math.max(...group.map((emotion) => shares[emotion]))),
    },
    {
      hint: "Your groups are right, their order is not: positive, neutral, negative.",
      value: (shares) => grouped(shares, [...sentiments].reverse()),
    },
    {
      hint: "Your groups are right, their order is not: positive, neutral, negative.",
      value: (shares) => grouped(shares, [sentiments[0], sentiments[2], sentiments[1]]),
    },
  ],
  hint: "Three numbers that add up to 1. Which emotions belong to each group, and at which places of the list do they stand?",
});

const given: readonly string[] = ["cheekRaiser", "lipCornerPuller"];

/** The smile that Ekman, Davidson and Friesen (1990) call Duchenne's: units 6 and 12. */
export const smile: Exercise = {
  ...{ id: "1.3", name: "A smile of mouth and eyes" },
  parts: [
    part("the mouth", (units) =>
      strength(units, "lipCornerPuller") >= 0.5
        ? right
        : wrong(
            strength(units, "lipCornerDepressor") > 0
              ? "The corners of your mouth are pulled down. Which unit pulls them up?"
              : "The mouth does not smile yet: which unit pulls the corners of the lips up, and is it at 0.5 or more?",
          ),
    ),
    part("the eyes", (units) =>
      strength(units, "cheekRaiser") >= 0.5
        ? right
        : wrong(
            strength(units, "eyesClosed") + strength(units, "lidTightener") > 0
              ? "The lids are moved, but not by the cheeks. Which unit raises the cheeks?"
              : "The mouth smiles, the eyes do not: which unit raises the cheeks, and is it at 0.5 or more?",
          ),
    ),
  ],
};

function part(what: string, examine: (units: Readonly<Record<string, unknown>>) => Finding): ExercisePart {
  return {
    ...{ what, points: 1 },
    examine: (answer) => {
      if (typeof answer !== "object" || answer === null || Object.keys(answer).length === 0)
        return wrong("Give the units as an object, such as { jawDrop: 0.5 }.");
      const units = answer as Readonly<Record<string, unknown>>;
      const other = Object.keys(units).find((name) => !given.includes(name) && strength(units, name) > 0.3);
      const found = examine(units);
      return found.share === 1 && other !== undefined
        ? wrong(`Two units are enough: what is left of the face when you take "${other}" away?`)
        : found;
    },
  };
}

function strength(units: Readonly<Record<string, unknown>>, name: string): number {
  const value = units[name];
  return typeof value === "number" && Number.isFinite(value) ? value : 0;
}
