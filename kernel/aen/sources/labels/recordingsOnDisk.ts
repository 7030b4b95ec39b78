import { existsSync, readdirSync } from "node:fs";
import path from "node:path";

/** Whether a path leads to a file or folder; one without an extension also to a file of any. Each folder is listed once. */
export class RecordingsOnDisk {
  readonly #stems = new Map<string, ReadonlySet<string>>();

  has(place: string): boolean {
    return existsSync(place) || this.#stemsIn(path.dirname(place)).has(path.basename(place));
  }

  #stemsIn(folder: string): ReadonlySet<string> {
    let stems = this.#stems.get(folder);
    if (!stems) {
      stems = new Set(namesIn(folder).map((name) => path.parse(name).name));
      this.#stems.set(folder, stems);
    }
    return stems;
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
