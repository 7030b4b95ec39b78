import type { StudyPlan } from "./studyPlan.js";

/** What differs between the seeds of a study, and what they share: intervals cover the first alone. Two short sentences. */
export function seedsText({
  bottomUp,
  givenBottomUp,
}: Pick<StudyPlan, "bottomUp" | "givenBottomUp">): string[] {
  if (!givenBottomUp) {
    return [
      "Seeds vary start weights, pretraining, order of clips and frames drawn.",
      "The same for all seeds: the clips.",
    ];
  }
  const branch = bottomUp === "learns" ? "what the bottom-up branch starts from" : "the bottom-up branch";
  return [
    "Seeds vary start weights, order of clips and frames drawn.",
    `The same for all seeds: the clips, ${branch}.`,
  ];
}
