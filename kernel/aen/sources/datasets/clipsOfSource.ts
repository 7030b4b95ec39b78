import path from "node:path";
import type { LabelSet } from "../../labels.js";
import type { Clip } from "../../clips/clip.js";
import { ClipSet } from "../../clips/clipSet.js";
import { DataError } from "../../../files/dataError.js";
import { clipsFromClassFolders } from "../annotations/fromClassFolders.js";
import { readAnnotationList } from "../annotations/annotationList.js";
import { clipsFromList } from "../annotations/fromList.js";
import { clipsFromTable } from "../annotations/fromTable.js";
import { readRecord } from "../video/clipRecord.js";
import { importedClip } from "../video/importedClip.js";
import type { OnProgress } from "../video/importProgress.js";
import type { DatasetSource } from "../../clips/datasetDescription.js";
import { clipsFromDataset } from "./fromDataset.js";

/** Options of reading a data set that are not part of the data set itself. */
export interface ReadingOptions {
  /** The folder that caches cropped faces. @default ".aen/clips" */
  readonly cache?: string;
  readonly onProgress?: OnProgress;
  readonly signal?: AbortSignal;
}

/**
 * The clips of a source.
 * @param folder the folder that its relative paths start at
 * @throws DataError naming the offending file and line
 */
export async function clipsOfSource(
  source: DatasetSource,
  folder: string,
  labels: LabelSet,
  reading: ReadingOptions,
): Promise<ClipSet> {
  const place = path.resolve(folder, source.path);
  const under = (root: string | undefined) => (root === undefined ? undefined : path.resolve(folder, root));
  switch (source.format) {
    case "list":
      return clipsFromList(place, { ...source, ...reading, labels, root: under(source.root) });
    case "table":
      return clipsFromTable(place, { ...source, ...reading, labels, root: under(source.root) });
    case "class folders":
      return clipsFromClassFolders(place, { ...source, ...reading, labels });
    case "published":
      return clipsFromDataset(source.dataset, place, { ...source, ...reading });
    case "import":
      return importedClips(place, source.people ?? {}, labels);
  }
}

async function importedClips(
  folder: string,
  people: Readonly<Record<string, string>>,
  labels: LabelSet,
): Promise<ClipSet> {
  const file = path.join(folder, "list.txt");
  const clips: Clip[] = [];
  for (const { path: id, label, line } of await readAnnotationList(file, { labels, firstLabel: 0 })) {
    const record = await readRecord(path.join(folder, `${id}.json`));
    if (!record) {
      throw new DataError(`the record ${id}.json of this clip is missing or damaged. Import it again.`, {
        file,
        line,
      });
    }
    clips.push(
      importedClip(path.join(folder, id), record, { id, label: label ?? null, identity: people[id] }),
    );
  }
  return new ClipSet(clips, labels);
}
