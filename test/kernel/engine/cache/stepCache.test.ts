import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { copyFileSync, readdirSync, readFileSync, truncateSync, utimesSync, writeFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { StepCache } from "../../../../kernel/engine/cache/stepCache.js";
import { cacheFaults } from "../../../hostile/faults/diskFaults.js";
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

  it("treats a truncated or altered file as missing, and removes it", async () => {
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

  it("compiles the step, and gives no other content, whichever call to the disk fails", async () => {
    const { tried, failures } = await cacheFaults(base, ["ENOSPC"]);
    assert.deepEqual(failures, []);
    assert.ok(tried > 20, `${tried} calls`);
  });

  it("leaves no half of a file when making it fails", async () => {
    const cache = cacheIn("failing");
    const failing = cache.write("a", async (file) => {
      if (file !== "") await writeFile(file, "half");
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

  it("takes no file that is stored under another key, or sealed without the user's secret", async () => {
    const cache = cacheIn("forged");
    await put(cache, "a", "of a");
    copyFileSync(path.join(cache.place.folder, "a.step"), path.join(cache.place.folder, "b.step"));
    assert.equal(await cache.read("b"), undefined);
    const others = { ...cache.place, secretFile: path.join(base, "others", "secret") };
    assert.equal(await new StepCache(others).read("a"), undefined);
  });

  it("waits for no pipe in place of a file", async function () {
    if (process.platform === "win32") this.skip();
    const cache = cacheIn("pipe");
    await put(cache, "a", "x");
    execFileSync("mkfifo", [path.join(cache.place.folder, "p.step")]);
    assert.equal(await cache.read("p"), undefined);
  });

  it("makes the value without a file where the disk refuses one, and says so once", async () => {
    const blocked = path.join(base, "a file");
    writeFileSync(blocked, "");
    for (const folder of [path.join(blocked, "steps"), "/proc/nowhere/steps", path.join(base, "full")]) {
      const notices: string[] = [];
      const cache = new StepCache({ folder, limit: 1e6 }, (notice) => notices.push(notice));
      for (let time = 0; time < 3; time++) {
        const made = await cache.write("a", async (file) => {
          if (file !== "") throw Object.assign(new Error("no space left"), { code: "ENOSPC" });
          return "a step";
        });
        assert.equal(made, "a step");
      }
      assert.equal(notices.length, 1);
      assert.match(notices[0], /cannot be kept in .* \(E[A-Z]+\).*AEN_CACHE/);
      assert.equal(await cache.read("a"), undefined);
    }
  });
});
