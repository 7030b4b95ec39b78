import assert from "node:assert/strict";
import { readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { cacheFolder } from "../../../../../kernel/aen/sources/video/clipCache.js";
import { recipeOf } from "../../../../../kernel/aen/sources/video/clipRecord.js";
import { DataError } from "../../../../../kernel/files/dataError.js";
import { temporaryFolder } from "../../../../temporaryFolder.js";

describe("the cache of found faces", () => {
  const folder = temporaryFolder();
  const cache = path.join(folder, "deep", "clips");
  const video = { file: "/x/a b.mp4", name: "a b.mp4", bytes: 10, changed: 1000 };
  const recipe = recipeOf({}, "png");

  it("has one folder for a video in one state, taken in one way", async () => {
    const first = await cacheFolder(video, recipe, cache);
    assert.match(path.basename(first), /^a_b-[0-9a-f]{12}$/);
    assert.equal(await cacheFolder({ ...video }, recipeOf({}, "png"), cache), first);
    const others = [
      await cacheFolder({ ...video, bytes: 11 }, recipe, cache),
      await cacheFolder({ ...video, changed: 1001 }, recipe, cache),
      await cacheFolder({ ...video, file: "/y/a b.mp4" }, recipe, cache),
      await cacheFolder(video, recipeOf({ size: 96 }, "png"), cache),
    ];
    assert.equal(new Set([first, ...others]).size, 5);
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
