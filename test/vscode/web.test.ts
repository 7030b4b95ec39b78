import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { Locator } from "playwright-core";
import { stageWeb } from "../../extension/packaging/stageWeb.js";
import { viewsNotebook } from "../media/jupyter/viewsNotebook.js";
import { VsCode } from "./server.js";
import { missingCodeServer, screenshots } from "./sharedVsCode.js";
import { missingBrowser, Workbench } from "./workbench.js";

const root = fileURLToPath(new URL("../..", import.meta.url));

describe("A saved notebook in VS Code for the Web", function () {
  this.timeout(400_000);
  let folder: string;
  let code: VsCode;
  let workbench: Workbench;
  const notebook = () => path.join(folder, "work", "saved.ipynb");
  const view = (name: RegExp): Locator => workbench.outputs.getByRole("region", { name });

  before(async function () {
    const lacking = missingBrowser() ?? (await missingCodeServer());
    if (lacking) {
      console.warn(`      skipped: ${lacking}`);
      this.skip();
    }
    folder = mkdtempSync(path.join(tmpdir(), "aen-web-"));
    const [extension, work] = ["extension", "work"].map((name) => path.join(folder, name));
    // its manifest has no main: what answers below runs in the browser's worker, not on the server
    stageWeb(root, extension);
    mkdirSync(work);
    writeFileSync(notebook(), JSON.stringify(await viewsNotebook()));
    code = await VsCode.start({ vsix: extension, workspace: work, shutDownWhenUnused: true });
    workbench = await Workbench.open(code.address, { height: 1600 });
    await workbench.openFile("saved.ipynb");
    await workbench.kernelIsSelected();
  });
  after(async () => {
    await workbench?.close();
    await code?.stop();
    if (folder) rmSync(folder, { recursive: true });
  });

  it("shows its views alive", async () => {
    for (const title of [/^Training/, /^Confusion matrix/, /^Frames of/]) await view(title).waitFor();
    await view(/^Confusion matrix/)
      .getByRole("button", { name: /^Happy, recognised/ })
      .click();
    await view(/^Confusion matrix/)
      .getByRole("region", { name: /^Happy, recognised/ })
      .waitFor();
    mkdirSync(screenshots, { recursive: true });
    await workbench.screenshot(path.join(screenshots, "web.png"));
  });

  it("is told where cells do run when one is run, and keeps its outputs", async () => {
    const before = readFileSync(notebook(), "utf8");
    await workbench.runAll();
    await workbench.notification(/Nothing runs in VS Code for the Web/).waitFor();
    await view(/^Confusion matrix/).waitFor();
    assert.equal(readFileSync(notebook(), "utf8"), before);
  });
});
