import path from "node:path";
import { listFolder } from "../../../files/checkFile.js";
import { DataError } from "../../../files/dataError.js";
import { folderEntries, foldersAmong, type FolderEntry } from "../../../files/folderEntries.js";
import type { ClipSet } from "../../clips/clipSet.js";
import { remark } from "../../host/remark.js";
import { dfewLabels } from "../../labels.js";
import { isImageName } from "../images/frameNames.js";
import { readWrittenLabels, type ReadLabel } from "../labels/labelRules.js";
import { gatherStills, sayNumbers, type NamedStill } from "./gatherStills.js";
import { type OnDamage, pictureStill } from "./pictureStill.js";
import type { PictureRules } from "./stillsOptions.js";

/** Options for reading stills in one folder per emotion. */
export interface StillsFolderOptions extends PictureRules {
  /** The person shown, by the still's path below the folder, e.g. "Happy/s12_3.jpg". */
  readonly identity?: (path: string) => string | null;
}

/**
 * Labelled stills in one folder per emotion: `Happy/1.jpg`, `Sad/7.png`, ... A still's id is that path.
 * @throws DataError when a folder's name matches no emotion, a picture cannot be decoded, or there are none
 */
export async function stillsFromFolder(root: string, options: StillsFolderOptions = {}): Promise<ClipSet> {
  await listFolder(root, "folder of emotion folders");
  const entries = await folderEntries(root);
  const folders = foldersAmong(
    entries.filter((entry) => !isPicture(entry)),
    root,
  );
  const written = folders.map((name) => ({ label: name, place: { file: path.join(root, name) } }));
  const read = readWrittenLabels(written, options.labels ?? dfewLabels, options, root);
  sayNumbers(written, root, options);
  sayUnused(root, entries.filter(isPicture), "lie beside the emotion folders");
  const stills: NamedStill[] = [];
  for (const [at, name] of folders.entries()) stills.push(...(await stillsIn(root, name, read[at], options)));
  if (stills.length === 0) throw noPictures(root, options);
  const set = await gatherStills(stills, root, options);
  return set.madeBy("stills.fromFolder", [root, options]);
}

async function stillsIn(
  root: string,
  folder: string,
  label: ReadLabel,
  { identity, decode }: StillsFolderOptions,
): Promise<NamedStill[]> {
  const entries = await folderEntries(path.join(root, folder));
  const inside = path.join(root, folder);
  sayUnused(
    inside,
    entries.filter(({ isFolder }) => isFolder),
    "are folders, which are not looked into",
  );
  const pictures = entries.filter(isPicture);
  if (pictures.length === 0 && label !== undefined) remark(`${inside} contains no pictures.`);
  return pictures.map(({ name }) => {
    const id = `${folder}/${name}`;
    const facts = { id, identity: identity?.(id) };
    const open = (index: number | null, onDamage: OnDamage) =>
      pictureStill(path.join(inside, name), { ...facts, label: index }, { decode, onDamage });
    return { name: id, label, open };
  });
}

function isPicture({ name, isFolder }: FolderEntry): boolean {
  return !isFolder && isImageName(name);
}

function sayUnused(folder: string, entries: readonly FolderEntry[], why: string): void {
  if (entries.length === 0) return;
  const named = entries.slice(0, 3).map(({ name }) => name);
  const more = entries.length > named.length ? ", ..." : "";
  remark(`${folder}: ${entries.length} entries ${why} (${named.join(", ")}${more}).`);
}

function noPictures(root: string, { labels = dfewLabels }: StillsFolderOptions): DataError {
  return new DataError(
    `it contains no stills. Expected folders named ${labels.emotions.join(", ")}, each with pictures.`,
    { file: root },
  );
}
