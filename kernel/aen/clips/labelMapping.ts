import type { LabelSet } from "../labels.js";
import { namedTwice } from "./namedTwice.js";

/** Labels of a data set, case-insensitive, and the emotion that each stands for; null leaves its clips out. */
export type LabelMap = Readonly<Record<string, string | null>>;

/**
 * The network's emotion for each label of a data set, by name and never by number: an entry of the map goes first, then
 * the emotion of the same name.
 * @param theirs the labels of the data set
 * @param own the emotions of the network
 * @param counts clips of each label of the data set
 * @returns indices into the network's emotions; null for a label whose clips are left out, or that no clip has
 * @throws RangeError when the map names a label or an emotion that there is not, has a label twice, or when clips have a
 *   label that it lacks and that is no emotion of the network
 */
export function readLabels(
  theirs: LabelSet,
  own: LabelSet,
  counts: readonly number[],
  map: LabelMap = {},
): (number | null)[] {
  const entries = entriesOf(map, theirs, own);
  const read = theirs.emotions.map((name, label) =>
    entries.has(label) ? entries.get(label)! : placeOf(name, own.emotions),
  );
  const unread = theirs.emotions.filter((_, label) => read[label] === -1 && counts[label] > 0);
  if (unread.length > 0) throw unreadError(unread, theirs, own, counts);
  return read.map((emotion) => (emotion === -1 ? null : emotion));
}

/** The place of a name in a list, in any case; -1 where it is not there. */
function placeOf(name: string, names: readonly string[]): number {
  const wanted = name.trim().toLowerCase();
  return names.findIndex((one) => one.trim().toLowerCase() === wanted);
}

/** The entries of a map by the index of their label. */
function entriesOf(map: LabelMap, theirs: LabelSet, own: LabelSet): Map<number, number | null> {
  const keys = Object.keys(map);
  const twice = namedTwice(keys);
  if (twice !== null)
    throw new RangeError(
      `The labelMap names ${keys[twice[0]]} twice (also as ${keys[twice[1]]}); keep one entry.`,
    );
  const entries = new Map<number, number | null>();
  for (const [key, emotion] of Object.entries(map)) {
    const label = placeOf(key, theirs.emotions);
    if (label < 0)
      throw new RangeError(
        `The labelMap names "${key}", but these clips have the labels ${theirs.emotions.join(", ")}.`,
      );
    entries.set(label, emotion === null ? null : emotionOf(key, emotion, own));
  }
  return entries;
}

function emotionOf(key: string, emotion: unknown, { emotions }: LabelSet): number {
  const place = typeof emotion === "string" ? placeOf(emotion, emotions) : -1;
  if (place >= 0) return place;
  const written = typeof emotion === "string" ? `"${emotion}"` : String(emotion);
  throw new RangeError(
    `The labelMap reads "${key}" as ${written}, but the network's emotions are ${emotions.join(", ")}. ` +
      `Name one of them, or write null to leave these clips out.`,
  );
}

function unreadError(
  unread: readonly string[],
  theirs: LabelSet,
  own: LabelSet,
  counts: readonly number[],
): RangeError {
  const listed = unread.map((name) => {
    const count = counts[theirs.emotions.indexOf(name)];
    return `${name} (${count} ${count === 1 ? "clip" : "clips"})`;
  });
  const entries = unread.map((name) => `${JSON.stringify(name)}: null`).join(", ");
  return new RangeError(
    `The network has no emotion called ${listed.join(", ")}. Write what each label stands for, one of ` +
      `${own.emotions.join(", ")}, or null to leave its clips out: { labelMap: { ${entries} } }.`,
  );
}
