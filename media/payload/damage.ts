import type { ErrorObject, ValidateFunction } from "ajv";
import type { ClipPayload, LabelsPayload } from "../../kernel/contracts/payloads/clips.js";
import { worded } from "../../kernel/words/words.js";

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
  if (!error) return worded("its data do not have the expected form");
  const place = error.instancePath.slice(1).replaceAll("/", ".");
  const what = error.message ?? worded("do not have the expected form");
  return place === "" ? worded("its data {0}", what) : worded("its data at {0} {1}", place, what);
}

function damageOfLabels({ emotions, groups }: LabelsPayload): string | null {
  const seen = new Set<number>();
  for (const group of groups) {
    for (const emotion of group.emotions) {
      if (!(emotion in emotions) || seen.has(emotion))
        return worded('its sentiment group "{0}" does not fit its emotions', group.name.slice(0, 80));
      seen.add(emotion);
    }
  }
  return seen.size === emotions.length ? null : worded("some of its emotions are in no sentiment group");
}

function damageOfClips(clips: readonly ClipPayload[], { emotions }: LabelsPayload): string | null {
  const count = emotions.length;
  for (const { id, label, clip, emotion, frames } of clips) {
    const fits = clip.length === count && emotion.length === count && (label === null || label in emotions);
    if (!fits) return worded('the scores of clip "{0}" do not fit its {1} emotions', id.slice(0, 80), count);
    const lists = [
      frames?.truth,
      frames?.pseudo,
      frames?.network,
      frames?.score,
      frames?.attention,
      frames?.thumbnails,
    ];
    const broken = lists.some((list) => list !== undefined && list.length !== frames!.numbers.length);
    if (broken) return worded('the frames of clip "{0}" are incomplete', id.slice(0, 80));
    if (frames?.truth?.some((one) => !(one.emotion in emotions)))
      return worded('the truth of clip "{0}" does not fit its emotions', id.slice(0, 80));
  }
  return null;
}
