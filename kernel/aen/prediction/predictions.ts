import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { displayMethod, type Displayable, type MimeBundle } from "../../contracts/mimeBundle.js";
import { tableBundle } from "../../figures/table/textTable.js";
import type { VideoOutcome } from "./addVideo.js";
import {
  predictionCells,
  predictionSentences,
  type ClipCells,
  type ToldPredictions,
} from "./predictionsText.js";

/** The result of predictions, which shows a table of its first videos and what to mind. */
export class Predictions implements ToldPredictions, Displayable {
  constructor(
    /** The table of frames. */
    readonly frames: string,
    /** The table of clips. */
    readonly clips: string,
    /** All videos of this call, in order. */
    readonly videos: readonly VideoOutcome[],
    /** What the table of clips says of each, by column. */
    readonly rows: readonly ClipCells[],
  ) {}

  /** Those that could not be used; they have a row in the table of clips, with the reason. */
  get failed(): readonly VideoOutcome[] {
    return this.videos.filter(({ failed }) => failed !== null);
  }

  toString(): string {
    return tableBundle(predictionCells(this), predictionSentences(this))["text/plain"];
  }

  [displayMethod](): MimeBundle {
    return tableBundle(predictionCells(this), predictionSentences(this));
  }
}

/** Rows of a table of clips, by the name that they have in its first column. */
export function clipCells(file: string, names: readonly string[]): ClipCells[] {
  const rows: Record<string, string>[] = parse(readFileSync(file), { columns: true, bom: true });
  const byName = new Map(rows.map((row) => [row.file, row]));
  return names.map((name) => byName.get(name) ?? null);
}
