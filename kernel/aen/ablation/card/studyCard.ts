import { Card } from "../../model/card/card.js";
import type { AblationSummary } from "../ablationSummary.js";
import type { StudyPlan } from "../studyPlan.js";
import { studyCardText } from "./studyCardText.js";

/**
 * The card of a study: what was compared on which clips, what came out and how far it carries. It shows the study as it
 * was when the card was made. Displays as Markdown.
 */
export class StudyCard extends Card {
  readonly #text: string;

  /**
   * @param plan of the study
   * @param summary what is known of its runs by now
   */
  constructor(
    plan: StudyPlan,
    readonly summary: AblationSummary,
  ) {
    super();
    this.#text = studyCardText(plan, summary);
  }

  override toString(): string {
    return this.#text;
  }
}
