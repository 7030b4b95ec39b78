import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import path from "node:path";
import { parse } from "csv-parse/sync";
import { DataError } from "../../../files/dataError.js";
import { accessError, listFolder } from "../../../files/checkFile.js";
import { readRegularFile } from "../../../files/readRegularFile.js";
import { requireDistinctColumns } from "../labels/requireDistinctColumns.js";
import { withPeople } from "./groupsOfPeople.js";
import { chooseRecordings, requireVariants } from "./chooseRecordings.js";
import type {
  DatasetClip,
  DatasetContents,
  DatasetLayout,
  PublishedDataset,
  Split,
} from "./publishedDataset.js";
import { withSeveralEmotions } from "./severalEmotions.js";

/** Which part of a data set to read. */
export interface DatasetPart {
  /** For data sets with splits; the others are read whole. @default "train" */
  readonly split?: Split;
  /** For data sets with folds, from 1. @default 1 */
  readonly fold?: number;
  /** RAVDESS: "02" are pictures alone, "01" the same performances with sound. @default "02" */
  readonly modality?: string;
  /** RAVDESS: "01" is speech, "02" song, "all" both. @default "01" */
  readonly channel?: string;
}

/**
 * The clips of a data set according to its own files: paths and labels; nothing is decoded.
 * @throws DataError when label files or videos are not where the data set keeps them, or it has no such split or fold
 */
export async function readDataset(
  dataset: PublishedDataset,
  root: string,
  part: DatasetPart = {},
): Promise<DatasetContents> {
  await listFolder(root, `folder of ${dataset.name}`);
  requirePart(dataset, part);
  const { layout } = dataset;
  const { split, fold } = part;
  if (layout.kind === "table") {
    const clips = await readLabelFile(dataset, layout, root, split ?? "train", fold ?? 1);
    return { clips, remarks: [] };
  }
  const files = await filesUnder(root);
  const named =
    layout.kind === "names"
      ? await withPeople(chooseRecordings(files, dataset, layout, part), dataset, root, files)
      : inFolders(files, layout, split);
  if (named.clips.length > 0) return named;
  const asked = split ?? (layout.kind === "folders" ? "train" : undefined);
  throw new DataError(
    `it contains no video of ${dataset.name}${asked ? ` for the split "${asked}"` : ""}. ` +
      `Expected: ${dataset.source}.${named.remarks.map((remark) => ` ${remark}`).join("")}`,
    { file: root },
  );
}

/** A part that a data set does not have is refused: read as another, it would train on what is tested, or the reverse. */
function requirePart(dataset: PublishedDataset, { split, fold, ...variants }: DatasetPart): void {
  const { name, splits, folds } = dataset;
  const names = Object.keys(splits);
  if (split !== undefined && !names.includes(split)) {
    const has = names.length > 0 ? `the splits ${names.join(" and ")}` : "no splits";
    const how = dataset.repeats === null ? 'split({ by: "identity" })' : "split()";
    throw new DataError(
      `${name} has ${has}; there is no split "${split}". To hold clips out, call ${how} on the clips.`,
    );
  }
  requireVariants(dataset, variants);
  if (fold === undefined || (Number.isInteger(fold) && fold >= 1 && fold <= folds)) return;
  const has = folds > 0 ? `folds 1 to ${folds}` : "no folds";
  throw new DataError(`${name} has ${has}; there is no fold ${fold}.`);
}

/** The clips of a split. Files in no split's folder count only where there is none: the folder is then a split's own. */
function inFolders(
  files: readonly string[],
  layout: Extract<DatasetLayout, { kind: "folders" }>,
  split: Split | undefined,
): DatasetContents {
  const found = files.flatMap((file) => {
    const label = layout.pattern.exec(file)?.groups?.label;
    return label === undefined ? [] : [{ file, label, split: splitOf(file, layout.splitNames) }];
  });
  const hasSplits = found.some((one) => one.split !== null);
  const isWanted = (of: Split | null) => (hasSplits ? of === (split ?? "train") : split === undefined);
  const clips = found
    .filter((one) => isWanted(one.split))
    .map(({ file, label }) => ({ path: file, code: label, identity: null }));
  const outside = hasSplits ? found.filter((one) => one.split === null).length : 0;
  const remarks = outside > 0 ? [`${outside} videos lie in the folder of no split and are not read.`] : [];
  return { clips, remarks };
}

function splitOf(file: string, splitNames: Readonly<Record<Split, RegExp>>): Split | null {
  const folders = file.split("/").slice(0, -1).reverse();
  const splits = Object.keys(splitNames) as Split[];
  for (const folder of folders) {
    const split = splits.find((one) => splitNames[one].test(folder));
    if (split) return split;
  }
  return null;
}

async function readLabelFile(
  dataset: PublishedDataset,
  layout: Extract<DatasetLayout, { kind: "table" }>,
  root: string,
  split: Split,
  fold: number,
): Promise<DatasetClip[]> {
  const candidates = layout.files(split, fold);
  const found = candidates.map((name) => path.join(root, name)).find((file) => existsSync(file));
  if (!found) {
    throw new DataError(`the label file of ${dataset.name} does not exist: ${candidates.join(" or ")}.`, {
      file: root,
    });
  }
  const options = { bom: true, skip_empty_lines: true, trim: true, relax_column_count: true };
  try {
    const columns = layout.columns ? [...layout.columns] : distinct(found);
    const delimiter = layout.delimiter ?? ",";
    const rows = parse(await readRegularFile(found), { ...options, columns, delimiter }) as Record<
      string,
      string
    >[];
    const clips = rows.map((row) => layout.clip(row, split));
    return layout.severalEmotions ? withSeveralEmotions(clips, root, layout.severalEmotions) : clips;
  } catch (cause) {
    if (cause instanceof DataError) throw cause;
    throw new DataError(
      `this label file cannot be read (${(cause as Error).message}). Copy or download it again.`,
      {
        file: found,
        cause,
      },
    );
  }
}

/** The columns that the heading of a file names, each once. */
function distinct(file: string): (heading: string[]) => string[] {
  return (heading) => {
    requireDistinctColumns(heading, file);
    return heading;
  };
}

/** All files below a folder, as sorted relative paths with "/"; links to folders are not followed. */
async function filesUnder(root: string): Promise<string[]> {
  try {
    const entries = await readdir(root, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => !entry.isDirectory())
      .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).replaceAll("\\", "/"))
      .sort();
  } catch (cause) {
    throw accessError(root, cause);
  }
}
