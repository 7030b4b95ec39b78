import type { ClipSet } from "../../clips/clipSet.js";
import { peopleAmong } from "../../clips/personOf.js";
import type { ClipFigures } from "../../model/card/runFacts.js";
import { clipsAmong } from "../learntFrom.js";
import { recipeText } from "./recipeText.js";

/**
 * What a card says of a set of clips.
 * @param training the training clips, unless these are they
 */
export function clipFigures(role: string, clips: ClipSet, training: ClipSet | null = null): ClipFigures {
  const { emotions } = clips.labels;
  return {
    role,
    clips: clips.length,
    people: namesAll(clips) ? clips.identities.length : null,
    clipsInTraining: training && clipsAmong(clips.clips, training),
    peopleInTraining: training && sharedPeople(clips, training),
    perEmotion: Object.fromEntries(clips.classCounts.map((count, index) => [emotions[index], count])),
    recipe: recipeText(clips.origin),
  };
}

/** How many people of some clips others show too; null where not all clips of both name their person. */
export function sharedPeople(clips: ClipSet, others: ClipSet): number | null {
  if (!namesAll(clips) || !namesAll(others)) return null;
  return peopleAmong(clips, others);
}

/** The function of `aen.clips` that made the clips, or for stills the clips that they are of; null where unknown. */
export function madeBy({ origin }: Pick<ClipSet, "origin">): string | null {
  if (!origin) return null;
  const { made, given } = origin.recipe;
  if (made !== "stills") return made;
  const [of] = given as readonly ({ readonly clipSet?: { readonly made?: string } | null } | null)[];
  return of?.clipSet?.made ?? null;
}

function namesAll({ clips }: ClipSet): boolean {
  return clips.every(({ identity }) => identity !== null);
}
