import type { Picture } from "../images/picture.js";
import type { Box } from "./box.js";
import type { FaceNets } from "./faceNets.js";
import { locateFace, type LocatedFace } from "./locateFace.js";
import { turns, type Turn } from "./turns.js";

/**
 * The largest {@link LocatedFace.wander} of a face. The landmark network sees upright faces alone: of any other picture,
 * and of a face that it is shown lying down, it guesses points that depend on where it looks. Measured: at most 1.8 on
 * twelve free faces turned by up to 45 degrees, 2.3 behind a hand, and at least 4.7 on the same faces turned by 90 or more.
 */
export const mostWander = 3.5;

/** A face that its points confirm, and how far it is turned. */
export interface ConfirmedFace extends LocatedFace {
  readonly turn: Turn;
}

/**
 * Finds the points of a face in a detector's box: first turned as expected, then the other ways.
 * @returns null when the points confirm no face, however it is turned
 */
export async function confirmFace(
  nets: FaceNets,
  picture: Picture,
  box: Box,
  expected: Turn = 0,
): Promise<ConfirmedFace | null> {
  for (const turn of [expected, ...turns.filter((other) => other !== expected)]) {
    const located = await locateFace(nets, picture, { box, turn });
    if (located.wander! <= mostWander) return { ...located, turn };
  }
  return null;
}
