import { statSync } from "node:fs";
import path from "node:path";
import { dfewLabels, type LabelSet } from "../../labels.js";
import type { Clip } from "../clip.js";
import { ClipSet } from "../clipSet.js";
import { DataError } from "../dataError.js";
import { clipFromFolder } from "../images/fromFolder.js";
import { clipFromVideo, type VideoOptions } from "../video/fromVideos.js";
import { labelIndex } from "../video/labelIndex.js";
import { readTable, type ColumnMap, type TableRow } from "./fromCsv.js";

/** How a table of clips becomes clips. */
export interface FromTableOptions extends Omit<VideoOptions, "labelSet"> {
  readonly columns?: ColumnMap;
  /** The folder that relative paths start at; the table's own by default. */
  readonly root?: string;
  readonly labels?: LabelSet;
}

/**
 * The clips of a CSV table: videos or folders of frames, with an emotion (name or number) and, where the table
 * has it, who is seen.
 * @throws DataError naming the file and line at fault
 */
export async function clipsFromTable(file: string, options: FromTableOptions = {}): Promise<ClipSet> {
  const { labels = dfewLabels } = options;
  const rows = await readTable(file, options.columns);
  const root = options.root ?? path.dirname(file);
  const checked = rows.map((row) => ({
    row,
    label: labelIndex(row.label, labels, { file, line: row.line }),
  }));
  rejectRepetitions(rows, file);
  const clips: Clip[] = [];
  for (const { row, label } of checked) {
    const place = path.resolve(root, row.path);
    const known = { label, identity: row.identity };
    const facts = statSync(place, { throwIfNoEntry: false });
    if (!facts)
      throw new DataError(`"${row.path}" is not there (looked for ${place}).`, { file, line: row.line });
    clips.push(
      facts.isDirectory()
        ? await clipFromFolder(place, { ...known, labels })
        : await clipFromVideo(place, { ...options, ...known, labelSet: labels }),
    );
  }
  return new ClipSet(clips, labels);
}

function rejectRepetitions(rows: readonly TableRow[], file: string): void {
  const seen = new Map<string, number>();
  for (const { path: clip, line } of rows) {
    const before = seen.get(clip);
    if (before !== undefined) {
      throw new DataError(`"${clip}" is in line ${before} already. Remove one of the lines.`, { file, line });
    }
    seen.set(clip, line);
  }
}
