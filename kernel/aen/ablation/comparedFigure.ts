import type { PairedDifference } from "./statistics/pairedDifference.js";

/** A difference whose interval and p value hold for all arms of the study together (Dunnett). */
export interface ComparedFigure extends PairedDifference {
  /** How many arms are compared with the base. */
  readonly arms: number;
  /** How many people the clips show; null where none names them: each is taken to be of another person. */
  readonly people: number | null;
}
