import { randomUUID } from "node:crypto";
import { readdir, readFile, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import path from "node:path";
import { makeFolder } from "../../files/writeAtomically.js";
import type { CachePlace } from "./cacheFolder.js";
import { isSealed, sealingSecret, sealLength, sealOf } from "./seal.js";

const ending = ".step";
const abandonedAfter = 3_600_000;

export interface CacheContents {
  readonly files: number;
  readonly bytes: number;
}

/** Folders that could not be written, of which this process has said so. */
const complained = new Set<string>();

/**
 * Files by key, in one folder that any number of processes can share. Writes are atomic (a temporary file, then a
 * rename). Each file begins with a digest over its key and the rest, keyed with the user's secret: a truncated file, an
 * altered one, and one that somebody else has put there count as absent and are removed. When the total size exceeds the
 * limit, the least recently used files are removed. No method throws because of the disk: an unreadable file counts as
 * absent, and a failed write is dropped and said once.
 */
export class StepCache {
  readonly #secret: Buffer;

  /** @param onNotice is told, once for each folder, that nothing can be written there */
  constructor(
    readonly place: CachePlace,
    readonly onNotice: (notice: string) => void = console.warn,
  ) {
    this.#secret = sealingSecret(place.secretFile);
  }

  /** The bytes stored under a key. */
  async read(key: string): Promise<Uint8Array | undefined> {
    const file = this.#file(key);
    const bytes = await readRegular(file).catch(() => undefined);
    if (!bytes) return undefined;
    const content = bytes.subarray(sealLength);
    if (!isSealed(this.#secret, key, content, bytes.subarray(0, sealLength))) {
      await rm(file, { force: true }).catch(() => {});
      return undefined;
    }
    const now = new Date();
    await utimes(file, now, now).catch(() => {});
    return content;
  }

  /**
   * Stores what `make` writes to the file it is given. When that fails, it is called once more with "" and writes
   * nothing: only what it throws then is thrown.
   */
  async write<T>(key: string, make: (file: string) => Promise<T>): Promise<T> {
    const draft = path.join(this.place.folder, `${randomUUID()}.tmp`);
    try {
      makeFolder(this.place.folder, 0o700);
      const made = await make(draft);
      await this.#publish(key, draft).catch((error: unknown) => this.#complain(error));
      return made;
    } catch (error) {
      const made = await make("");
      this.#complain(error);
      return made;
    } finally {
      await rm(draft, { force: true }).catch(() => {});
    }
  }

  async remove(key: string): Promise<void> {
    await rm(this.#file(key), { force: true }).catch(() => {});
  }

  async contents(): Promise<CacheContents> {
    const files = await this.#list(ending);
    return { files: files.length, bytes: files.reduce((sum, { size }) => sum + size, 0) };
  }

  /** Removes everything and returns what was removed. Running steps are not affected. */
  async clear(): Promise<CacheContents> {
    const contents = await this.contents();
    for (const { file } of [...(await this.#list(ending)), ...(await this.#list(".tmp"))]) {
      await rm(file, { force: true }).catch(() => {});
    }
    return contents;
  }

  #file(key: string): string {
    return path.join(this.place.folder, key + ending);
  }

  async #publish(key: string, draft: string): Promise<void> {
    const content = await readFile(draft);
    if (content.length > this.place.limit) return;
    const sealed = `${draft}.sealed.tmp`;
    try {
      await writeFile(sealed, Buffer.concat([sealOf(this.#secret, key, content), content]), {
        flush: true,
        mode: 0o600,
      });
      await rename(sealed, this.#file(key));
    } finally {
      await rm(sealed, { force: true });
    }
    await this.#trim();
  }

  #complain(error: unknown): void {
    const { folder } = this.place;
    if (complained.has(folder)) return;
    complained.add(folder);
    const { code, message } = error as NodeJS.ErrnoException;
    this.onNotice(
      `Compiled steps cannot be kept in ${folder} (${code ?? message}), so each process compiles its own. ` +
        "Make room there, name another folder in AEN_CACHE, or set AEN_CACHE=off.",
    );
  }

  async #trim(): Promise<void> {
    const files = (await this.#list(ending)).sort((a, b) => b.used - a.used);
    let kept = 0;
    for (const { file, size } of files) {
      kept += size;
      if (kept > this.place.limit) await rm(file, { force: true });
    }
    for (const { file, used } of await this.#list(".tmp")) {
      if (Date.now() - used > abandonedAfter) await rm(file, { force: true });
    }
  }

  async #list(end: string): Promise<{ file: string; size: number; used: number }[]> {
    const names = await readdir(this.place.folder).catch(() => [] as string[]);
    const found = names
      .filter((name) => name.endsWith(end))
      .map(async (name) => {
        const file = path.join(this.place.folder, name);
        const known = await stat(file).catch(() => undefined);
        return known?.isFile() ? [{ file, size: known.size, used: known.mtimeMs }] : [];
      });
    return (await Promise.all(found)).flat();
  }
}

/** A pipe or a device in place of a file would never end. */
async function readRegular(file: string): Promise<Buffer | undefined> {
  return (await stat(file)).isFile() ? readFile(file) : undefined;
}
