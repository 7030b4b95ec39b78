import assert from "node:assert/strict";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { writeCells } from "./notebookFiles.js";
import { packagedExtension } from "./packagedExtension.js";
import { missingCodeServer } from "./sharedVsCode.js";
import { VsCode } from "./server.js";
import { missingBrowser, Workbench } from "./workbench.js";

describe("A workspace that is not trusted", function () {
  this.timeout(900_000);

  it("opens notebooks and runs nothing", async function () {
    const lacking = missingBrowser() ?? (await missingCodeServer());
    if (lacking) {
      console.warn(`      skipped: ${lacking}`);
      this.skip();
    }
    const folder = mkdtempSync(path.join(tmpdir(), "aen-untrusted-"));
    const trace = path.join(folder, "it-ran.txt");
    writeCells(folder, "unsafe.ipynb", [
      `require("node:fs").writeFileSync(${JSON.stringify(trace)}, ""); console.log("it ran");`,
    ]);
    const vsix = await packagedExtension();
    const code = await VsCode.start({ vsix, workspace: folder, trusted: false, shutDownWhenUnused: true });
    const workbench = await Workbench.open(code.address);
    try {
      await workbench.paletteRow("AEN: New AEN Notebook");
      await workbench.openFile("unsafe.ipynb");
      await workbench.kernelIsSelected();
      await workbench.runAll();
      const question = workbench.page.locator(".monaco-dialog-box", { hasText: /trust/i });
      await question.waitFor();
      await question.getByRole("button", { name: "Cancel" }).click();
      await question.waitFor({ state: "detached" });
      assert.equal(await workbench.outputs.getByText("it ran").count(), 0);
      assert.equal(existsSync(trace), false);
      await workbench.page.locator(".statusbar").getByText("kernel not started").waitFor();
    } finally {
      await workbench.close();
      await code.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
