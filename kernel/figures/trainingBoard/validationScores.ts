import type { EpochPayload } from "../../contracts/payloads/trainingBoard.js";

/** UAR and WAR of sentiment on the validation clips, by the sentiment head's own answer and by group. */
export interface ValidationSentiment {
  readonly sentimentUar: number | null;
  readonly sentimentWar: number | null;
  readonly groupUar: number | null;
  readonly groupWar: number | null;
}

/**
 * What a validation pass found about sentiment. Boards and records of older versions call the groups of the predicted
 * emotions `sentimentUar`, and do not know the sentiment head's own answer.
 */
export function validationSentiment(epoch: EpochPayload): ValidationSentiment {
  const { sentimentUar = null, sentimentWar = null, groupUar = null, groupWar = null } = epoch;
  if (epoch.groupUar !== undefined) return { sentimentUar, sentimentWar, groupUar, groupWar };
  return { sentimentUar: null, sentimentWar: null, groupUar: sentimentUar, groupWar: sentimentWar };
}

/** The rates that the board draws. */
export const rateNames = ["UAR", "WAR", "sentiment"] as const;
export type RateName = (typeof rateNames)[number];

/** A rate of an epoch from 0 to 1, null where it was not scored; "sentiment" is the UAR of the head's own answer. */
export function rateOf(epoch: EpochPayload, name: RateName): number | null {
  if (name === "sentiment") return validationSentiment(epoch).sentimentUar;
  return name === "UAR" ? epoch.uar : epoch.war;
}
