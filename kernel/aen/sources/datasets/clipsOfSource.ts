import path from "node:path";
import { dfewLabels, type LabelSet } from "../../labels.js";
import type { Clip } from "../../clips/clip.js";
import { ClipSet } from "../../clips/clipSet.js";
import { DataError } from "../../../files/dataError.js";
import { clipsFromClassFolders } from "../annotations/fromClassFolders.js";
import { readAnnotationList } from "../annotations/annotationList.js";
import { clipsFromList } from "../annotations/fromList.js";
import { clipsFromTable } from "../annotations/fromTable.js";
import { clipsFromVideos } from "../video/fromVideos.js";
import { remark } from "../../host/remark.js";
import { nearNamesText } from "../../clips/nearNames.js";
import { remarksOnCopies } from "../gathering/copies.js";
import { readRecord } from "../video/clipRecord.js";
import { importedClip } from "../video/importedClip.js";
import type { OnProgress } from "../video/importProgress.js";
import type { DatasetSource } from "../../clips/datasetDescription.js";
import { clipsFromDataset } from "./fromDataset.js";
import { locatedSource } from "./portableSource.js";

/** Options of reading a data set that are not part of the data set itself. */
export interface ReadingOptions {
  /** The folder that caches cropped faces. @default ".aen/clips" */
  readonly cache?: string;
  readonly onProgress?: OnProgress;
  readonly signal?: AbortSignal;
}

/**
 * The clips of a source.
 * @param folder the folder that its relative paths start at and that ids are relative to
 * @param labels what labels refer to; by default DFEW's seven emotions, or a published data set's own
 * @throws DataError naming the offending file and line
 */
export async function clipsOfSource(
  source: DatasetSource,
  folder: string,
  labels: LabelSet | undefined,
  reading: ReadingOptions,
): Promise<ClipSet> {
  const base = path.resolve(folder);
  const located = locatedSource(source, base);
  switch (located.format) {
    case "list":
      return clipsFromList(located.path, { ...located, ...reading, labels });
    case "table":
      return clipsFromTable(located.path, { ...located, ...reading, labels }, base);
    case "class folders":
      return clipsFromClassFolders(located.path, { ...located, ...reading, labels }, base);
    case "videos": {
      const { root = base } = located;
      const options = typeof located.labels === "string" ? located : { ...located, root };
      return clipsFromVideos(located.path, { ...options, ...reading, labelSet: labels }, base);
    }
    case "published":
      return clipsFromDataset(
        located.dataset,
        located.path,
        { ...located, ...reading, labelSet: labels },
        base,
      );
    case "import":
      return importedClips(located, labels);
  }
}

type ImportSource = Extract<DatasetSource, { format: "import" }>;

async function importedClips(
  { path: folder, people, groups }: ImportSource,
  labels: LabelSet = dfewLabels,
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
    const known = { id, label: label ?? null, identity: own(people, id), groups: own(groups, id) };
    clips.push(importedClip(path.join(folder, id), record, known));
  }
  (await remarksOnCopies(clips, file)).forEach(remark);
  const nearNames = nearNamesText(clips);
  if (nearNames !== null) remark(`${file}: ${nearNames}`);
  return new ClipSet(clips, labels);
}

/** An entry of a record; a clip may be called "constructor". */
function own<Value>(entries: Readonly<Record<string, Value>> | undefined, key: string): Value | undefined {
  return entries && Object.hasOwn(entries, key) ? entries[key] : undefined;
}
