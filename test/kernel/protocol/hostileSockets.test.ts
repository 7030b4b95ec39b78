import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { attackSockets } from "../../hostile/sockets/attack.js";

describe("a kernel under Jupyter", function () {
  this.timeout(180_000);
  before(() => void execFileSync(process.execPath, ["esbuild.config.js", "--if-stale", "--no-types"]));

  for (const [who, key, theirs] of [
    ["without its key", "secret", "guess"],
    ["with its key", "secret", "secret"],
    ["where it asks for no key", "", ""],
  ] as const)
    it(`outlives five hundred hostile streams ${who}, and answers its front end as before`, async () => {
      const { tried, held, failures } = await attackSockets(who, key, theirs, 500);
      assert.deepEqual(failures, []);
      assert.deepEqual([tried, held], [500, 500]);
    });
});
