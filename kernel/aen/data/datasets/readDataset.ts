import { existsSync } from "node:fs";
import { readFile, readdir } from "node:fs/promises";
import path from "node:path";
import { parse } from "csv-parse/sync";
import { DataError } from "../dataError.js";
import { accessError, listFolder } from "../images/checkFile.js";
import type { DatasetClip, DatasetLayout, DatasetPreset } from "./presets.js";

/** Which part of a data set to read. */
export interface DatasetPart {
  /** The whole data set where it has no parts. @default "train" where it has */
  readonly split?: "train" | "validation" | "test";
  /** For data sets with folds, from 1. @default 1 */
  readonly fold?: number;
}

/**
 * The clips of a data set as its own files tell: paths and labels, nothing is decoded.
 * @throws DataError when label files or videos are not where the data set keeps them
 */
export async function readDataset(
  preset: DatasetPreset,
  root: string,
  { split, fold = 1 }: DatasetPart = {},
): Promise<DatasetClip[]> {
  await listFolder(root, `folder of ${preset.name}`);
  if (preset.folds > 0 && !(Number.isInteger(fold) && fold >= 1 && fold <= preset.folds)) {
    throw new DataError(`${preset.name} has the folds 1 to ${preset.folds}; fold ${fold} was asked for.`);
  }
  const { layout } = preset;
  if (layout.kind === "table") return readTable(preset, layout, root, split ?? "train", fold);
  const files = await filesUnder(root);
  const clips = files.flatMap((file) => matchName(file, layout, split));
  if (clips.length > 0) return clips;
  throw new DataError(
    `no video of ${preset.name} is in it${split ? ` for the split "${split}"` : ""}. Expected: ${preset.source}.`,
    { file: root },
  );
}

function matchName(
  file: string,
  layout: Exclude<DatasetLayout, { kind: "table" }>,
  split: DatasetPart["split"],
): DatasetClip[] {
  const match = layout.pattern.exec(file);
  if (!match?.groups) return [];
  if (layout.kind === "folders" && split !== undefined && !layout.splits[split].test(file)) return [];
  return [{ path: file, code: match.groups.label, identity: match.groups.identity ?? null }];
}

async function readTable(
  preset: DatasetPreset,
  layout: Extract<DatasetLayout, { kind: "table" }>,
  root: string,
  split: "train" | "validation" | "test",
  fold: number,
): Promise<DatasetClip[]> {
  const candidates = layout.files(split, fold);
  const found = candidates.map((name) => path.join(root, name)).find((file) => existsSync(file));
  if (!found) {
    throw new DataError(`the label file of ${preset.name} is not there: ${candidates.join(" or ")}.`, {
      file: root,
    });
  }
  const options = { bom: true, skip_empty_lines: true, trim: true, relax_column_count: true };
  try {
    const columns = layout.columns ? [...layout.columns] : true;
    const delimiter = layout.delimiter ?? ",";
    const rows = parse(await readFile(found), { ...options, columns, delimiter }) as Record<string, string>[];
    return rows.map((row) => layout.clip(row, split));
  } catch (cause) {
    throw new DataError(`this label file cannot be read (${(cause as Error).message}).`, {
      file: found,
      cause,
    });
  }
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
