import { DataError } from "../../../files/dataError.js";
import type { Clip } from "../../clips/clip.js";
import type { ClipSet } from "../../clips/clipSet.js";
import { remark } from "../../host/remark.js";
import { dfewLabels } from "../../labels.js";
import { overridden, readWrittenLabels } from "../labels/labelRules.js";
import { fer2013Rows, type Fer2013Part, type Fer2013Row } from "./fer2013Rows.js";
import { readFerPlusVotes, type FerPlusRow } from "./ferPlusVotes.js";
import { gatherStills } from "./gatherStills.js";
import { greyStill } from "./greyStill.js";
import { labelMaps } from "./labelMaps.js";
import type { StillsRules } from "./stillsOptions.js";

/** Options for reading FER2013. */
export interface Fer2013Options extends Omit<StillsRules, "firstLabel"> {
  /** Which part: Training, PublicTest or PrivateTest; all three by default. */
  readonly part?: Fer2013Part;
  /**
   * FERPlus's `fer2013new.csv`: labels are then what more than half of its taggers saw, and stills on which they do not agree
   * are left out.
   */
  readonly votes?: string;
}

/**
 * The stills of FER2013's `fer2013.csv`, grey and 48 pixels wide. Nobody is named in it, and some pictures occur more than
 * once; both are said.
 * @throws DataError naming the line of a row that is not of FER2013, or where the votes are of other rows
 */
export async function stillsFromFer2013(file: string, options: Fer2013Options = {}): Promise<ClipSet> {
  const { part, votes, labels = dfewLabels } = options;
  const taggers = votes === undefined ? null : { file: votes, rows: await readFerPlusVotes(votes) };
  const rows: Fer2013Row[] = [];
  let all = 0;
  for await (const row of fer2013Rows(file)) {
    options.signal?.throwIfAborted();
    all++;
    if (taggers) requireSameRow(row, taggers);
    if (part === undefined || row.part === part) rows.push(row);
  }
  if (taggers && taggers.rows.length !== all) throw otherLength(taggers, all, file);
  const written = rows.map(({ emotion, place, line }) => ({
    label: taggers ? taggers.rows[place].emotion : emotion,
    place: { file, line },
  }));
  const labelMap = overridden(taggers ? labelMaps.FERPlus : labelMaps.FER2013, options.labelMap);
  const read = readWrittenLabels(written, labels, { labelMap }, file);
  const stills = rows.map((row, at) => ({
    ...{ name: row.name, label: read[at], agreed: !taggers || written[at].label !== null },
    open: (label: number | null): Clip => greyStill(row, label),
  }));
  const set = await gatherStills(
    stills.filter(({ agreed }) => agreed),
    file,
    options,
  );
  const disputed = stills
    .filter(({ agreed }) => !agreed)
    .map(({ name }) => ({ clip: name, reason: disagreed }));
  if (disputed.length > 0)
    remark(`${file}: ${disputed.length} of ${rows.length} stills are left out: ${disagreed}.`);
  const named = set.leavingOut([...set.leftOut, ...disputed]);
  return named.madeBy("stills.fromFer2013", [file, options], votes === undefined ? [file] : [file, votes]);
}

const disagreed = "no emotion has more than half of its taggers' votes";

interface Taggers {
  readonly file: string;
  readonly rows: readonly FerPlusRow[];
}

function requireSameRow({ place, usage, line }: Fer2013Row, { file, rows }: Taggers): void {
  const row = rows[place];
  if (row === undefined || (row.usage === usage && (row.place ?? place) === place)) return;
  const other =
    row.usage === usage ? `picture ${row.place}, but the same row` : `${row.usage}, but the same row`;
  throw new DataError(
    `the row is of ${other} of FER2013 (line ${line}) is ${row.usage === usage ? `picture ${place}` : `of ${usage}`}. ` +
      "Both files must be whole and in their first order.",
    { file, line: place + 2 },
  );
}

function otherLength({ file, rows }: Taggers, all: number, fer2013: string): DataError {
  return new DataError(`it has ${rows.length} rows, but ${fer2013} has ${all}. Both files must be whole.`, {
    file,
  });
}
