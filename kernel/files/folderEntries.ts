import type { Dirent } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import path from "node:path";
import { DataError } from "./dataError.js";

/** A file or folder in a folder. */
export interface FolderEntry {
  readonly name: string;
  readonly isFolder: boolean;
  /** Whether it is a link to something that is not there, which may have been a file or a folder. */
  readonly leadsNowhere: boolean;
}

/** What is in a folder and not hidden, by name; a link to a folder is one. */
export async function folderEntries(folder: string): Promise<FolderEntry[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const shown = entries
    .filter(({ name }) => !name.startsWith("."))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  return Promise.all(shown.map((entry) => known(entry, folder)));
}

async function known(entry: Dirent, folder: string): Promise<FolderEntry> {
  const { name } = entry;
  if (!entry.isSymbolicLink()) return { name, isFolder: entry.isDirectory(), leadsNowhere: false };
  const facts = await stat(path.join(folder, name)).catch(() => null);
  return { name, isFolder: facts?.isDirectory() ?? false, leadsNowhere: facts === null };
}

/**
 * The folders among the entries of a folder whose folders say what is in them.
 * @throws DataError for a link that leads nowhere: all that its folder held would be missing
 */
export function foldersAmong(entries: readonly FolderEntry[], folder: string): string[] {
  const lost = entries.find(({ leadsNowhere }) => leadsNowhere);
  if (lost === undefined) return entries.filter(({ isFolder }) => isFolder).map(({ name }) => name);
  throw new DataError("this link leads nowhere. Put back what it led to, or remove it.", {
    file: path.join(folder, lost.name),
  });
}
