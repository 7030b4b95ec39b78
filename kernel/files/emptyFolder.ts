import { readdirSync, rmSync } from "node:fs";
import path from "node:path";

/**
 * Removes what is in a folder.
 * @param except the name of an entry that stays
 * @throws the system's error
 */
export function emptyFolder(folder: string, except: string): void {
  for (const name of readdirSync(folder)) {
    if (name !== except) rmSync(path.join(folder, name), { recursive: true, force: true });
  }
}
