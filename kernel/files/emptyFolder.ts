import { readdirSync, rmSync } from "node:fs";
import path from "node:path";

/**
 * Removes what is in a folder.
 * @param except the names of entries that stay
 * @throws the system's error
 */
export function emptyFolder(folder: string, except: readonly string[]): void {
  for (const name of readdirSync(folder)) {
    if (!except.includes(name)) rmSync(path.join(folder, name), { recursive: true, force: true });
  }
}
