import path from "node:path";
import type { ClipSet } from "../../clips/clipSet.js";
import { dfewLabels } from "../../labels.js";
import { readAnnotationList } from "../annotations/annotationList.js";
import { rejectRepetitions } from "../labels/rejectRepetitions.js";
import { locate } from "../labels/rowPlace.js";
import { gatherStills, sayNumbers } from "./gatherStills.js";
import { listedStill } from "./listedStill.js";
import type { OnDamage } from "./pictureStill.js";
import type { PictureRules } from "./stillsOptions.js";

/** Options for reading a list of stills. */
export interface StillsListOptions extends PictureRules {
  /** The folder that relative paths start at; the list's own by default. */
  readonly root?: string;
  /** For absolute paths from another machine: a path prefix and its replacement on this one. */
  readonly remap?: Readonly<Record<string, string>>;
  /** What files have before their extension and the list has not: "_aligned" for RAF-DB's aligned faces. */
  readonly suffix?: string;
  /** The person shown, by the path in the list. */
  readonly identity?: (path: string) => string | null;
}

/**
 * The stills of a list whose lines are `path 1 label`, the published format for clips of one frame (SPEC.md, section 2), or
 * `path label`, as RAF-DB's list is.
 * @throws DataError naming the offending file and line
 */
export async function stillsFromList(file: string, options: StillsListOptions = {}): Promise<ClipSet> {
  const { labels = dfewLabels, suffix = "", identity } = options;
  const entries = await readAnnotationList(file, { ...options, labels, pictures: true });
  sayNumbers(
    entries.map(({ written }) => ({ label: written })),
    file,
    options,
  );
  const from = { file, root: path.resolve(options.root ?? path.dirname(file)), remap: options.remap };
  const places = entries.map((entry) => withSuffix(locate(entry, from), suffix));
  rejectRepetitions(entries, places, file);
  const stills = entries.map((entry, at) => ({
    name: entry.path,
    label: entry.label,
    open: (label: number | null, onDamage: OnDamage) =>
      listedStill(
        entry,
        places[at],
        file,
        { label, identity: identity?.(entry.path) },
        { ...options, onDamage },
      ),
  }));
  const set = await gatherStills(stills, file, options);
  return set.madeBy("stills.fromList", [file, options], [file]);
}

function withSuffix(place: string, suffix: string): string {
  const { dir, name, ext } = path.parse(place);
  return suffix === "" ? place : path.join(dir, `${name}${suffix}${ext}`);
}
