import type { LabelCount, LabelReading } from "../clips/mapLabels.js";

/**
 * What a network may answer on clips of another data set: any of its emotions, one that no clip can have being wrong, or
 * only the emotions that clips of the data set can have.
 */
export type Answers = "all" | "shared";

/** How the labels of another data set were read for an evaluation, and what the network could answer. */
export interface LabelMapping extends LabelReading {
  /** All emotions of the network. */
  readonly emotions: readonly string[];
  readonly answers: Answers;
}

/**
 * The sentences below the figures of an evaluation on another data set's labels: labels read as other names, clips left
 * out, emotions without clips, what the network could answer.
 * @param withClips the emotions that clips have
 */
export function mappingLines(mapping: LabelMapping, withClips: readonly string[]): string[] {
  const without = mapping.emotions.filter((emotion) => !withClips.includes(emotion));
  return [
    ...renamedLine(mapping),
    ...leftOutLine(mapping.leftOut),
    ...(without.length > 0 ? [`Emotions without clips, not part of UAR: ${without.join(", ")}.`] : []),
    answersLine(mapping),
  ];
}

function renamedLine({ emotionOf }: LabelMapping): string[] {
  const renamed = Object.entries(emotionOf).flatMap(([label, emotion]) =>
    emotion === null || emotion.toLowerCase() === label.trim().toLowerCase()
      ? []
      : [`${label} as ${emotion}`],
  );
  return renamed.length === 0 ? [] : [`Labels of the data set read by name: ${renamed.join(", ")}.`];
}

function leftOutLine(leftOut: readonly LabelCount[]): string[] {
  const some = leftOut.filter(({ clips }) => clips > 0);
  const all = some.reduce((sum, { clips }) => sum + clips, 0);
  if (all === 0) return [];
  const listed = some.map(({ label, clips }) => `${label} (${clips})`).join(", ");
  return [`Left out by label: ${all} ${all === 1 ? "clip" : "clips"}: ${listed}.`];
}

function answersLine({ answers, shared, emotions }: LabelMapping): string {
  const unshared = emotions.filter((emotion) => !shared.includes(emotion));
  if (unshared.length === 0) return `Answers: all ${emotions.length} emotions, which clips can have.`;
  const never = unshared.join(", ");
  return answers === "shared"
    ? `Answers: only the ${shared.length} emotions that clips can have, never ${never}.`
    : `Answers: all ${emotions.length} emotions; ${never}, which no clip can have, counts as wrong.`;
}
