import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { cachePlace } from "../../../kernel/engine/cache/cacheFolder.js";
import { StepCache } from "../../../kernel/engine/cache/stepCache.js";
import { checkStepCache, clearStepCache } from "../../../kernel/doctor/stepCache.js";
import { temporaryFolder } from "../../temporaryFolder.js";

describe("doctor and the cache of compiled steps", () => {
  const folder = temporaryFolder();
  const environment = { AEN_CACHE: folder, AEN_CACHE_MB: "10" };

  it("shows its folder, size and limit, and empties it", async () => {
    const cache = new StepCache(cachePlace(environment)!);
    await cache.write("a", (file) => writeFile(file, Buffer.alloc(2 ** 21)));
    const { state, detail } = await checkStepCache(environment);
    assert.equal(state, "ready");
    assert.ok(detail.startsWith(`1 compiled step, 2 of at most 10 MB, in ${cache.place.folder} `), detail);
    assert.equal(
      await clearStepCache(environment),
      `Removed 1 compiled step (2 MB) from ${cache.place.folder}.`,
    );
    assert.match((await checkStepCache(environment)).detail, /^0 compiled steps, 0 of at most 10 MB/);
  });

  it("says that it is switched off", async () => {
    assert.match((await checkStepCache({ AEN_CACHE: "off" })).detail, /switched off/);
    assert.match(await clearStepCache({ AEN_CACHE: "off" }), /switched off/);
  });
});
