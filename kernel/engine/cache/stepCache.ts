import { createHash, randomUUID } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import path from "node:path";
import type { CachePlace } from "./cacheFolder.js";

const ending = ".step";
const digestLength = 32;
const abandonedAfter = 3_600_000;

export interface CacheContents {
  readonly files: number;
  readonly bytes: number;
}

/**
 * Files by key, in one folder that any number of processes share. A file appears complete or not at all (it is
 * written under another name and renamed) and begins with the SHA-256 of the rest: a torn or altered one counts as
 * absent and is removed. The least recently used files go when all together exceed the limit. No method throws
 * because of the disk: what cannot be read is absent, what cannot be written is not kept.
 */
export class StepCache {
  constructor(readonly place: CachePlace) {}

  /** The bytes kept under a key. */
  async read(key: string): Promise<Uint8Array | undefined> {
    const file = this.#file(key);
    const bytes = await readFile(file).catch(() => undefined);
    if (!bytes) return undefined;
    const content = bytes.subarray(digestLength);
    if (!bytes.subarray(0, digestLength).equals(digestOf(content))) {
      await rm(file, { force: true }).catch(() => {});
      return undefined;
    }
    const now = new Date();
    await utimes(file, now, now).catch(() => {});
    return content;
  }

  /** Keeps what `make` writes into the file that it is given; `make` alone may throw. */
  async write<T>(key: string, make: (file: string) => Promise<T>): Promise<T> {
    const draft = path.join(this.place.folder, `${randomUUID()}.tmp`);
    const prepared = await mkdir(this.place.folder, { recursive: true, mode: 0o700 }).then(
      () => true,
      () => false,
    );
    if (!prepared) return make("");
    try {
      const made = await make(draft);
      await this.#publish(key, draft).catch(() => {});
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

  /** Removes everything, and says what it was. Steps that run go on. */
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
      await writeFile(sealed, Buffer.concat([digestOf(content), content]), { flush: true });
      await rename(sealed, this.#file(key));
    } finally {
      await rm(sealed, { force: true });
    }
    await this.#trim();
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

function digestOf(content: Uint8Array): Buffer {
  return createHash("sha256").update(content).digest();
}
