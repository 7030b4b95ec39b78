import type { ClipPayload, LabelsPayload } from "../../kernel/contracts/payloads/clips.js";

/** Three emotions in two groups: few enough to count by hand. */
export const smallLabels: LabelsPayload = {
  emotions: ["Happy", "Sad", "Angry"],
  groups: [
    { name: "Positive", emotions: [0] },
    { name: "Negative", emotions: [1, 2] },
  ],
};

/**
 * A clip that both heads take for one emotion, with a probability of 0.8; the other two have 0.1 each. As the heads
 * agree, that holds at every beta.
 */
export function smallClip(
  id: string,
  label: number | null,
  predicted: number,
  more: Partial<ClipPayload> = {},
): ClipPayload {
  const scores = smallLabels.emotions.map((_, emotion) => Math.log(emotion === predicted ? 0.8 : 0.1));
  const sentiment = [predicted === 0 ? 0.8 : 0.1, predicted === 0 ? 0.2 : 0.9].map(Math.log);
  return { id, label, clip: scores, sentiment, emotion: scores, ...more };
}
