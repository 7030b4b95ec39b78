import assert from "node:assert/strict";
import { PreloadedModules } from "../../../kernel/session/preloadedModules.js";

describe("preloaded modules", function () {
  this.timeout(240_000);
  const tensorflow = { add() {} };
  let loaded: number;
  let modules: PreloadedModules;
  beforeEach(() => {
    loaded = 0;
    modules = new PreloadedModules(async () => (loaded++, tensorflow));
  });
  afterEach(() => modules.close());

  it("are loaded where they are asked for", async () => {
    assert.deepEqual(await modules.load([]), { aen: undefined, tf: undefined });
    assert.equal(loaded, 0);
    assert.deepEqual(await modules.load(["tf"]), { aen: undefined, tf: tensorflow });
    const { aen } = await modules.load(["aen"]);
    assert.equal(typeof (aen as { train: unknown }).train, "function");
  });

  it("begin to load where a cell names them, in whole words", async () => {
    modules.begin("const tfjs = 1, aenea = 2;");
    await modules.load(["aen"]);
    assert.equal(loaded, 0);
    modules.begin("tf.add(1, 2)");
    await modules.load(["tf"]);
    assert.equal(loaded, 2);
  });

  it("that cannot be loaded fail the cell, not what began to load them", async () => {
    const failing = new PreloadedModules(() => Promise.reject(new Error("no tfjs")));
    failing.begin("tf");
    await assert.rejects(failing.load(["tf"]), /no tfjs/);
  });
});
