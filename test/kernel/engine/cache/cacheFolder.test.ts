import assert from "node:assert/strict";
import { homedir } from "node:os";
import path from "node:path";
import { cachePlace } from "../../../../kernel/engine/cache/cacheFolder.js";

describe("the folder of compiled steps", () => {
  it("lies where the system keeps such files", () => {
    const linux = cachePlace({ XDG_CACHE_HOME: "/cache" }, "linux");
    assert.deepEqual(linux, {
      folder: path.join("/cache", "aen-notebook", "steps"),
      limit: 2 ** 30,
      secretFile: path.join("/cache", "aen-notebook", "steps.secret"),
    });
    assert.equal(cachePlace({}, "linux")?.folder, path.join(homedir(), ".cache", "aen-notebook", "steps"));
    assert.match(cachePlace({}, "darwin")!.folder, /Library.Caches.aen-notebook.steps$/);
    assert.match(cachePlace({ LOCALAPPDATA: "/local" }, "win32")!.folder, /local.aen-notebook.cache.steps$/);
  });

  it("can be changed, limited or switched off by environment variables", () => {
    const own = cachePlace({ AEN_CACHE: "/own", AEN_CACHE_MB: "5" }, "linux");
    assert.deepEqual([own?.folder, own?.limit], [path.resolve("/own", "steps"), 5 * 2 ** 20]);
    for (const off of ["off", "OFF", "0", "false"]) assert.equal(cachePlace({ AEN_CACHE: off }), undefined);
  });
});
