import path from "node:path";
import { DataError } from "../../files/dataError.js";

/** The files of a table, from the name of the table of frames. */
export interface TableFiles {
  /** FILE.csv: a row a frame. */
  readonly frames: string;
  /** FILE.clips.csv: a row a video. */
  readonly clips: string;
  /** FILE.aen: what it takes to go on with the tables. */
  readonly folder: string;
  /** FILE.aen/record.json */
  readonly record: string;
}

/** @throws DataError for a name that does not end in ".csv" */
export function tableFiles(to: string): TableFiles {
  if (!/.\.csv$/i.test(path.basename(to)))
    throw new DataError("the table of frames needs a name that ends in .csv.", { file: to });
  const stem = to.slice(0, -".csv".length);
  const folder = `${stem}.aen`;
  return { frames: to, clips: `${stem}.clips.csv`, folder, record: path.join(folder, "record.json") };
}
