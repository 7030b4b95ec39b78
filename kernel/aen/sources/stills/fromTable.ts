import path from "node:path";
import type { ColumnMap } from "../../clips/datasetDescription.js";
import type { ClipSet } from "../../clips/clipSet.js";
import { dfewLabels } from "../../labels.js";
import { readWrittenLabels } from "../labels/labelRules.js";
import { readTable } from "../labels/labelTable.js";
import { recordingAt } from "../labels/recordingAt.js";
import { rejectRepetitions } from "../labels/rejectRepetitions.js";
import { gatherStills, sayNumbers } from "./gatherStills.js";
import { listedStill } from "./listedStill.js";
import type { OnDamage } from "./pictureStill.js";
import type { PictureRules } from "./stillsOptions.js";

/** Options for reading a table of stills. */
export interface StillsTableOptions extends PictureRules {
  /** Which columns to read, e.g. `{ path: "subDirectory_filePath" }` for AffectNet's tables. */
  readonly columns?: ColumnMap;
  /** Columns that say which groups a still belongs to, e.g. `["sex", "age"]`: fields of `clip.groups`. */
  readonly groups?: readonly string[];
  /** The folder that relative paths start at; the table's own by default. */
  readonly root?: string;
  /** For paths from another machine: a path prefix and its replacement on this one. */
  readonly remap?: Readonly<Record<string, string>>;
}

/**
 * The stills of a CSV table: pictures with an emotion (name or number) and, if the table has the column, the person shown.
 * @throws DataError naming the offending file and line
 */
export async function stillsFromTable(file: string, options: StillsTableOptions = {}): Promise<ClipSet> {
  const rows = await readTable(file, options.columns, options.groups);
  const written = rows.map(({ label, line }) => ({ label, place: { file, line } }));
  const read = readWrittenLabels(written, options.labels ?? dfewLabels, options, file);
  sayNumbers(written, file, options);
  const from = { file, root: path.resolve(options.root ?? path.dirname(file)), remap: options.remap };
  const places = rows.map((row) => recordingAt(row, from));
  rejectRepetitions(rows, places, file);
  const stills = rows.map((row, at) => {
    const facts = { identity: row.identity, ...(options.groups && { groups: row.groups }) };
    const open = (label: number | null, onDamage: OnDamage) =>
      listedStill(row, places[at], file, { ...facts, label }, { ...options, onDamage });
    return { name: row.path, label: read[at], open };
  });
  const set = await gatherStills(stills, file, options);
  return set.madeBy("stills.fromTable", [file, options], [file]);
}
