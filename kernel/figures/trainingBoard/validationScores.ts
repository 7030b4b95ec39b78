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
