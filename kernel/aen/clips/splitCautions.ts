import path from "node:path";
import type { Clip } from "./clip.js";
import { nearNamesAcross } from "./nearNames.js";
import { personOf } from "./personOf.js";

/**
 * What is on several sides of a split: people that clips name, alike or nearly so, recordings that their names suggest, and what is known
 * to repeat in the data set. Results on such a split say little about people who were not seen in training.
 * @param repeats what repeats although no clip names it
 */
export function splitCautions(parts: readonly (readonly Clip[])[], repeats?: string): string[] {
  const people = onSeveralSides(parts, personOf);
  const recordings = onSeveralSides(parts, recordingsOf(parts.flat()));
  const nameless = parts.flat().filter(({ identity }) => identity === null).length;
  const nearNames = nearNamesAcross(parts);
  return [
    ...(nearNames === null ? [] : [nearNames]),
    ...(people.shared > 0
      ? [
          `${people.shared} of ${people.all} people have clips in several parts of this split. ${byPerson(nameless)}`,
        ]
      : []),
    ...(people.shared === 0 && recordings.shared > 0
      ? [
          `going by their names, clips of ${recordings.shared} of ${recordings.all} recordings are in several parts of ` +
            `this split (e.g. of ${recordings.example}). Give identities when you read them, and split by identity.`,
        ]
      : []),
    ...(nameless > 0 && repeats !== undefined
      ? [`${repeats}: what these ${nameless} clips share can be in several parts of this split.`]
      : []),
  ];
}

function byPerson(nameless: number): string {
  if (nameless === 0) return 'Split by identity: { by: "identity" }.';
  return `${nameless} clips name no person; give identities when you read them, and split by identity.`;
}

interface Shared {
  readonly all: number;
  readonly shared: number;
  readonly example?: string;
}

function onSeveralSides(parts: readonly (readonly Clip[])[], keyOf: (clip: Clip) => string | null): Shared {
  const sides = new Map<string, Set<number>>();
  parts.forEach((part, side) => {
    for (const clip of part) {
      const key = keyOf(clip);
      if (key === null) continue;
      const seen = sides.get(key);
      if (seen) seen.add(side);
      else sides.set(key, new Set([side]));
    }
  });
  const shared = [...sides].filter(([, seen]) => seen.size > 1).map(([key]) => key);
  return { all: sides.size, shared: shared.length, example: shared[0] };
}

/**
 * The recording that a clip's name suggests: "talk3_part2.mp4" is of "talk3". Names that only count ("clip_12", "00012")
 * suggest nothing, nor does one name that all clips have.
 */
function recordingsOf(clips: readonly Clip[]): (clip: Clip) => string | null {
  const nameOf = ({ id }: Clip): string | null => {
    const { dir, name } = path.posix.parse(id.replaceAll("\\", "/"));
    const match = /^(.*\d.*?)[ _-]+(?:part|seg|segment|clip|scene|cut|utt|shot)?[ _-]?\d+$/i.exec(name);
    return match ? path.posix.join(dir, match[1]) : null;
  };
  const names = new Set(clips.map(nameOf).filter((name) => name !== null));
  return names.size < 2 ? () => null : nameOf;
}
