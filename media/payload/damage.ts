import type { ErrorObject, ValidateFunction } from "ajv";
import type { ClipPayload, LabelsPayload } from "../../kernel/aen/views/payload/clips.js";

/** What is wrong with a payload, in words for the reader; null when nothing is. */
export function damageOf(payload: unknown, validate: ValidateFunction): string | null {
  if (!validate(payload)) return wordsOf(validate.errors?.[0]);
  const { labels, clips, clip } = payload as {
    labels?: LabelsPayload;
    clips?: readonly ClipPayload[];
    clip?: ClipPayload;
  };
  if (labels === undefined) return null;
  return damageOfLabels(labels) ?? damageOfClips([...(clips ?? []), ...(clip ? [clip] : [])], labels);
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
