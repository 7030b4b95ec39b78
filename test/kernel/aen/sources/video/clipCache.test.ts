import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { cacheFolder } from "../../../../../kernel/aen/sources/video/clipCache.js";
import { recipeOf } from "../../../../../kernel/aen/sources/video/clipRecord.js";
import { DataError } from "../../../../../kernel/files/dataError.js";
import { temporaryFolder } from "../../../../temporaryFolder.js";

describe("the cache of found faces", () => {
  const folder = temporaryFolder();
  const cache = path.join(folder, "deep", "clips");
  const write = (below: string, content: string) => {
    const file = path.join(folder, below, "a b.mp4");
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
    return { file, name: "a b.mp4", bytes: content.length, changed: 1000 };
  };
  const video = write("x", "0123456789");
  const recipe = recipeOf({}, "png");

  it("has one folder for a video in one state, taken in one way", async () => {
    const first = await cacheFolder(video, recipe, cache);
    assert.match(path.basename(first), /^a_b-[0-9a-f]{12}$/);
    assert.equal(await cacheFolder({ ...video }, recipeOf({}, "png"), cache), first);
    const others = [
      await cacheFolder({ ...video, bytes: 11 }, recipe, cache),
      await cacheFolder({ ...video, changed: 1001 }, recipe, cache),
      await cacheFolder(write("y", "0123456780"), recipe, cache),
      await cacheFolder(video, recipeOf({ size: 96 }, "png"), cache),
      await cacheFolder(video, recipeOf({ person: "left" }, "png"), cache),
    ];
    assert.equal(new Set([first, ...others]).size, 6);
  });

  it("is the same folder for a video that was moved, and one of an earlier version is used on", async () => {
    const first = await cacheFolder(video, recipe, cache);
    assert.equal(await cacheFolder(write("moved/to", "0123456789"), recipe, cache), first);
    const key = JSON.stringify([path.resolve(video.file), video.bytes, video.changed, recipe]);
    const digest = createHash("sha256").update(key).digest("hex").slice(0, 12);
    const earlier = path.join(cache, `a_b-${digest}`);
    writeFileSync(`${earlier}.json`, "{}");
    assert.equal(await cacheFolder(video, recipe, cache), earlier);
    rmSync(`${earlier}.json`);
  });

  it("is made when it is not there, and git leaves it alone", async () => {
    assert.equal(readFileSync(path.join(cache, ".gitignore"), "utf8"), "*\n");
    const { mtimeMs } = statSync(path.join(cache, ".gitignore"));
    await cacheFolder(video, recipe, cache);
    assert.equal(statSync(path.join(cache, ".gitignore")).mtimeMs, mtimeMs);
  });

  it("is refused where a file is in the way", async () => {
    writeFileSync(path.join(folder, "file"), "");
    await assert.rejects(cacheFolder(video, recipe, path.join(folder, "file")), DataError);
  });
});
