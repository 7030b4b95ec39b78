import assert from "node:assert/strict";
import { readdirSync, readFileSync, truncateSync, utimesSync, writeFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { StepCache } from "../../../../kernel/engine/cache/stepCache.js";
import { temporaryFolder } from "../../../temporaryFolder.js";

const text = (bytes: Uint8Array | undefined) => bytes && Buffer.from(bytes).toString();

describe("the cache of compiled steps", () => {
  const base = temporaryFolder();
  const cacheIn = (name: string, limit = 1e6) => new StepCache({ folder: path.join(base, name), limit });
  const put = (cache: StepCache, key: string, content: string) =>
    cache.write(key, (file) => writeFile(file, content));

  it("gives back what was written, counts it, and forgets it when cleared", async () => {
    const cache = cacheIn("plain");
    assert.equal(await cache.read("a"), undefined);
    await put(cache, "a", "first");
    await put(cache, "a", "second");
    assert.equal(text(await cache.read("a")), "second");
    assert.deepEqual(await cache.contents(), { files: 1, bytes: 32 + 6 });
    assert.deepEqual(await cache.clear(), { files: 1, bytes: 32 + 6 });
    assert.deepEqual(readdirSync(cache.place.folder), []);
  });

  it("takes a torn or altered file for absent, and removes it", async () => {
    const cache = cacheIn("torn");
    const file = path.join(cache.place.folder, "a.step");
    for (const damage of [
      () => truncateSync(file, 33),
      () => truncateSync(file, 0),
      () => writeFileSync(file, Buffer.concat([readFileSync(file).subarray(0, -1), Buffer.from("?")])),
    ]) {
      await put(cache, "a", "something whole");
      assert.equal(text(await cache.read("a")), "something whole");
      damage();
      assert.equal(await cache.read("a"), undefined);
      assert.deepEqual(readdirSync(cache.place.folder), []);
    }
  });

  it("leaves no half of a file when making it fails", async () => {
    const cache = cacheIn("failing");
    const failing = cache.write("a", async (file) => {
      await writeFile(file, "half");
      throw new Error("out of memory");
    });
    await assert.rejects(failing, /out of memory/);
    assert.deepEqual(readdirSync(cache.place.folder), []);
  });

  it("drops the least recently used files above its limit, and drafts that were left behind", async () => {
    const cache = cacheIn("small", 3 * (32 + 10));
    const age = (name: string, seconds: number) => {
      const then = Date.now() / 1000 - seconds;
      utimesSync(path.join(cache.place.folder, name), then, then);
    };
    for (const [i, key] of ["a", "b", "c"].entries()) {
      await put(cache, key, "0123456789");
      age(`${key}.step`, 100 - i);
    }
    writeFileSync(path.join(cache.place.folder, "old.tmp"), "");
    writeFileSync(path.join(cache.place.folder, "new.tmp"), "");
    age("old.tmp", 7200);
    await cache.read("a");
    await put(cache, "d", "0123456789");
    assert.deepEqual(readdirSync(cache.place.folder).sort(), ["a.step", "c.step", "d.step", "new.tmp"]);
    await put(cache, "large", "0".repeat(200));
    assert.equal(await cache.read("large"), undefined);
  });

  it("lets steps be made where nothing can be written", async () => {
    writeFileSync(path.join(base, "file"), "");
    const cache = cacheIn("file");
    assert.equal(await cache.write("a", async (file) => `made without ${file}`), "made without ");
    assert.equal(await cache.read("a"), undefined);
    assert.deepEqual(await cache.contents(), { files: 0, bytes: 0 });
  });
});
