import { DataError } from "../../../files/dataError.js";
import { csvRows } from "./csvRows.js";
import { checksum } from "./pictureStill.js";

/** Height and width of FER2013's pictures. */
export const fer2013Size = 48;

/** A part of FER2013. */
export type Fer2013Part = "train" | "validation" | "test";

const usages: ReadonlyMap<string, Fer2013Part> = new Map([
  ["Training", "train"],
  ["PublicTest", "validation"],
  ["PrivateTest", "test"],
]);

/** One picture of FER2013. */
export interface Fer2013Row {
  /** FERPlus's name for it, which counts all rows from 0: "fer0000012". */
  readonly name: string;
  /** The row's place among all rows, from 0. */
  readonly place: number;
  /** 0 to 6 as in the file. */
  readonly emotion: string;
  readonly usage: string;
  readonly part: Fer2013Part;
  /** Grey values, `[48, 48]`. */
  readonly grey: Uint8Array;
  /** Checksum of the grey values: equal for copies of one picture. */
  readonly hash: string;
  readonly line: number;
}

/**
 * The rows of `fer2013.csv`: emotion, 48 x 48 grey values separated by spaces, and usage.
 * @throws DataError naming the line of a row with other pixels or another usage
 */
export async function* fer2013Rows(file: string): AsyncGenerator<Fer2013Row> {
  let place = 0;
  for await (const { fields, line } of csvRows(file, ["emotion", "pixels", "usage"])) {
    const part = usages.get(fields.usage);
    if (part === undefined) {
      throw new DataError(
        `"${fields.usage}" is none of FER2013's usages Training, PublicTest and PrivateTest.`,
        { file, line },
      );
    }
    const grey = greyOf(fields.pixels, { file, line });
    const hash = checksum(grey);
    const name = `fer${String(place).padStart(7, "0")}`;
    yield { name, place, emotion: fields.emotion, usage: fields.usage, part, grey, hash, line };
    place++;
  }
}

function greyOf(text: string, place: { file: string; line: number }): Uint8Array {
  const values = text.split(/\s+/).map((value) => (/^\d{1,3}$/.test(value) ? Number(value) : NaN));
  const count = fer2013Size ** 2;
  if (values.length !== count) {
    throw new DataError(`the row has ${values.length} pixels, not ${count} (48 x 48).`, place);
  }
  const wrong = values.findIndex((value) => !(value <= 255));
  if (wrong < 0) return Uint8Array.from(values);
  throw new DataError(`pixel ${wrong + 1} is no whole number from 0 to 255.`, place);
}
