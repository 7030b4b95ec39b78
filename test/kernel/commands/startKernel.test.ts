import assert from "node:assert/strict";
import { realpathSync } from "node:fs";
import { startKernel } from "../../../kernel/commands/startKernel.js";
import { temporaryFolder } from "../../temporaryFolder.js";

describe("the kernel of a command", function () {
  this.timeout(120_000);

  it("runs in a folder, knows its notebook, and ends cells that are stuck", async () => {
    const [cwd, outputs] = [realpathSync(temporaryFolder()), [] as unknown[]];
    const kernel = await startKernel({ cwd, notebook: "/a.ipynb", onLog: () => {} });
    try {
      const onOutput = (output: unknown) => void outputs.push(output);
      await kernel.execute("[process.cwd(), process.env.AEN_NOTEBOOK]", {
        onOutput,
      });
      assert.ok(JSON.stringify(outputs).includes(`[ '${cwd}', '/a.ipynb' ]`), JSON.stringify(outputs));
      assert.equal((await kernel.execute("await new Promise(() => {})", { onOutput })).ename, "NeverEnds");
    } finally {
      await kernel.close();
    }
    assert.equal(kernel.isAlive, false);
  });
});
