import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { writeCells } from "./notebookFiles.js";
import { packagedExtension } from "./packagedExtension.js";
import { VsCode } from "./server.js";
import { missingCodeServer } from "./sharedVsCode.js";
import { missingBrowser, Workbench } from "./workbench.js";

describe("A VS Code in which no notebook has been opened", function () {
  this.timeout(900_000);

  it("has the extension's commands and does not activate it; a notebook does", async function () {
    const lacking = missingBrowser() ?? (await missingCodeServer());
    if (lacking) {
      console.warn(`      skipped: ${lacking}`);
      this.skip();
    }
    const folder = mkdtempSync(path.join(tmpdir(), "aen-activation-"));
    const code = await VsCode.start({
      vsix: await packagedExtension(),
      workspace: folder,
      shutDownWhenUnused: true,
    });
    const workbench = await Workbench.open(code.address, { height: 2500 });
    try {
      await workbench.paletteRow("AEN: New AEN Notebook");
      const before = await workbench.activations();
      assert.ok(before.size > 0, "the built-in extensions are listed");
      assert.equal(before.has("AEN Notebook"), false);
      writeCells(folder, "first.ipynb", ["1 + 1"]);
      await workbench.openFile("first.ipynb");
      await workbench.kernelIsSelected();
      assert.ok((await workbench.activations()).has("AEN Notebook"));
    } finally {
      await workbench.close();
      await code.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
