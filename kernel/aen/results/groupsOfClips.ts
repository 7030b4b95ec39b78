import type { Clip } from "../clips/clip.js";

/**
 * Each clip's group in a field of `clip.groups`, `[clips]`; undefined for a clip that names none.
 * @throws RangeError where no clip has groups, where none names this field, and for more than twenty groups
 */
export function groupsOfClips(clips: readonly Pick<Clip, "groups">[], field: string): (string | undefined)[] {
  const fields = [...new Set(clips.flatMap(({ groups }) => Object.keys(groups ?? {})))].sort();
  if (fields.length === 0) {
    throw new RangeError(
      `No clip names groups. Read them from columns of your table (aen.clips.fromTable(file, { groups: ["${field}"] })), ` +
        "or use drawn clips, which have them (aen.clips.synthetic).",
    );
  }
  if (!fields.includes(field))
    throw new RangeError(`No clip names its "${field}"; the fields of clip.groups are ${fields.join(", ")}.`);
  const groups = clips.map((clip) => own(clip.groups, field));
  const count = new Set(groups.filter((group) => group !== undefined)).size;
  if (count > mostGroups) {
    throw new RangeError(
      `"${field}" names ${count} groups; at most ${mostGroups} can be compared. Put several together, e.g. ages into ranges.`,
    );
  }
  return groups;
}

/** More groups than a table shows, and more pairs than people can tell apart. */
const mostGroups = 20;

function own(groups: Clip["groups"], field: string): string | undefined {
  return groups && Object.hasOwn(groups, field) ? groups[field] : undefined;
}
