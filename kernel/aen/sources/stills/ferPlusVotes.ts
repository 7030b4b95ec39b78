import { DataError } from "../../../files/dataError.js";
import { csvRows } from "./csvRows.js";

/** What the taggers of FERPlus said of one picture of FER2013. */
export interface FerPlusRow {
  /** "Training", "PublicTest" or "PrivateTest", as in FER2013. */
  readonly usage: string;
  /** Which row of FER2013 it is, from 0, as its image name counts ("fer0000012.png"); null where it names no picture. */
  readonly place: number | null;
  /** What most taggers saw, e.g. "happiness"; null where they do not agree, or saw no face or nothing they know. */
  readonly emotion: string | null;
}

const emotions = ["neutral", "happiness", "surprise", "sadness", "anger", "disgust", "fear", "contempt"];
const others = ["unknown", "nf"];
const image = "image name";

/**
 * The rows of FERPlus's `fer2013new.csv`, which are in the order of FER2013's.
 * @throws DataError when a column is missing, an image has another name, or a field is no number of votes
 */
export async function readFerPlusVotes(file: string): Promise<FerPlusRow[]> {
  const columns = [...emotions, ...others];
  const rows: FerPlusRow[] = [];
  for await (const { fields, line } of csvRows(file, ["usage", image, ...columns])) {
    const votes = columns.map((column) => votesOf(fields[column], column, { file, line }));
    const place = placeOf(fields[image], { file, line });
    rows.push({ usage: fields.usage, place, emotion: majorityOf(votes) });
  }
  return rows;
}

/**
 * The emotion with more than half of the votes once answers that a single tagger gave are dropped (FERPlus, `ferplus.py`,
 * mode "majority"; Barsoum et al. 2016).
 * @param votes of the eight emotions, of "unknown" and of "no face"
 */
export function majorityOf(votes: readonly number[]): string | null {
  const counted = votes.map((count) => (count <= 1 ? 0 : count));
  const all = counted.reduce((sum, count) => sum + count, 0);
  const most = counted.findIndex((count) => count > all / 2);
  return emotions[most] ?? null;
}

function votesOf(text: string, column: string, place: { file: string; line: number }): number {
  if (/^\d+$/.test(text)) return Number(text);
  throw new DataError(`"${text}" is not a number of votes for ${column}.`, place);
}

/** Pictures without a face have no name. */
function placeOf(name: string, place: { file: string; line: number }): number | null {
  if (name === "") return null;
  const number = /^fer(\d{7})(?:\.png)?$/.exec(name)?.[1];
  if (number !== undefined) return Number(number);
  throw new DataError(`"${name}" is no image name of FERPlus, such as fer0000012.png.`, place);
}
