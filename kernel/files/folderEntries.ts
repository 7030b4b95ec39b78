import type { Dirent } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import path from "node:path";
import { DataError } from "./dataError.js";

/** A file or folder in a folder. */
export interface FolderEntry {
  readonly name: string;
  readonly isFolder: boolean;
}

/**
 * What is in a folder and not hidden, by name; a link to a folder is one.
 * @throws DataError for a link that leads nowhere
 */
export async function folderEntries(folder: string): Promise<FolderEntry[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const shown = entries
    .filter(({ name }) => !name.startsWith("."))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  return Promise.all(
    shown.map(async (entry) => ({ name: entry.name, isFolder: await isFolder(entry, folder) })),
  );
}

async function isFolder(entry: Dirent, folder: string): Promise<boolean> {
  if (!entry.isSymbolicLink()) return entry.isDirectory();
  const file = path.join(folder, entry.name);
  const facts = await stat(file).catch((cause: unknown) => {
    throw new DataError("this link leads nowhere. Put back what it led to, or remove it.", { file, cause });
  });
  return facts.isDirectory();
}
