import type { ErrorObject, ValidateFunction } from "ajv";
import type { ClipPayload, LabelsPayload } from "../../kernel/contracts/payloads/clips.js";

/**
 * Describes what is wrong with a payload, for the reader; null if it is valid. Beyond what its schema says, its labels
 * and all its clips must fit each other. They are known by their form, so views are free in the names of their fields.
 */
export function damageOf(payload: unknown, validate: ValidateFunction): string | null {
  if (!validate(payload)) return wordsOf(validate.errors?.[0]);
  const { labels } = payload as { labels?: unknown };
  if (!areLabels(labels)) return null;
  return damageOfLabels(labels) ?? damageOfClips(clipsIn(payload), labels);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

function areLabels(value: unknown): value is LabelsPayload {
  if (!isRecord(value) || !Array.isArray(value.emotions) || !Array.isArray(value.groups)) return false;
  return value.groups.every(
    (group) => isRecord(group) && typeof group.name === "string" && Array.isArray(group.emotions),
  );
}

function isClip(value: Readonly<Record<string, unknown>>): value is typeof value & ClipPayload {
  const { id, label, clip, sentiment, emotion, frames } = value;
  return (
    typeof id === "string" &&
    (label === null || typeof label === "number") &&
    [clip, sentiment, emotion].every(Array.isArray) &&
    (frames === undefined || (isRecord(frames) && Array.isArray(frames.numbers)))
  );
}

/** All clips of a payload, wherever its view keeps them. */
function clipsIn(value: unknown): ClipPayload[] {
  if (!isRecord(value)) return [];
  return isClip(value) ? [value] : Object.values(value).flatMap(clipsIn);
}

function wordsOf(error: ErrorObject | undefined): string {
  if (!error) return "its data do not have the expected form";
  const place = error.instancePath === "" ? "" : ` at ${error.instancePath.slice(1).replaceAll("/", ".")}`;
  return `its data${place} ${error.message ?? "do not have the expected form"}`;
}

function damageOfLabels({ emotions, groups }: LabelsPayload): string | null {
  const seen = new Set<number>();
  for (const group of groups) {
    for (const emotion of group.emotions) {
      if (!(emotion in emotions) || seen.has(emotion))
        return `its sentiment group "${group.name.slice(0, 80)}" does not fit its emotions`;
      seen.add(emotion);
    }
  }
  return seen.size === emotions.length ? null : "some of its emotions are in no sentiment group";
}

function damageOfClips(clips: readonly ClipPayload[], { emotions }: LabelsPayload): string | null {
  const count = emotions.length;
  for (const { id, label, clip, emotion, frames } of clips) {
    const fits = clip.length === count && emotion.length === count && (label === null || label in emotions);
    if (!fits) return `the scores of clip "${id.slice(0, 80)}" do not fit its ${count} emotions`;
    const lists = [
      frames?.truth,
      frames?.pseudo,
      frames?.network,
      frames?.score,
      frames?.attention,
      frames?.thumbnails,
    ];
    const broken = lists.some((list) => list !== undefined && list.length !== frames!.numbers.length);
    if (broken) return `the frames of clip "${id.slice(0, 80)}" are incomplete`;
    if (frames?.truth?.some((one) => !(one.emotion in emotions)))
      return `the truth of clip "${id.slice(0, 80)}" does not fit its emotions`;
  }
  return null;
}
