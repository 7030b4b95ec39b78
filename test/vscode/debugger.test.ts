import assert from "node:assert/strict";
import path from "node:path";
import { until } from "../until.js";
import { writeCells } from "./notebookFiles.js";
import { openVsCode, screenshots } from "./sharedVsCode.js";
import type { Workbench } from "./workbench.js";

describe("The debugger in a real VS Code", function () {
  this.timeout(400_000);
  let w: Workbench;
  const loop = () => w.cell("let sum");
  const isPaused = () => w.page.locator(".debug-top-stack-frame-line").first().waitFor();
  const isGone = () => w.page.locator(".debug-toolbar").waitFor({ state: "hidden" });
  const variable = (text: RegExp) => w.page.locator(".debug-variables .monaco-list-row", { hasText: text });

  before(async function () {
    const opened = await openVsCode(this);
    w = opened.workbench;
    writeCells(opened.folder, "debugged.ipynb", [
      "let sum = 0;\nfor (let i = 0; i < 2; i++) {\n  sum += i;\n}\nconsole.log('the sum is', sum);",
      "console.log('still here', typeof sum);",
    ]);
    await w.openFile("debugged.ipynb");
    await w.kernelIsSelected();
  });

  it("stops at a breakpoint that was clicked beside a cell, shows variables, and goes on", async () => {
    const placeOf = (part: string) =>
      until(`${part} is drawn`, () => loop().locator(part).last().boundingBox());
    const line = await placeOf(".view-line >> nth=2");
    const margin = await placeOf(".monaco-editor .margin");
    await w.page.mouse.click(margin.x + 8, line.y + line.height / 2);
    await loop().locator(".codicon-debug-breakpoint").first().waitFor();
    await loop().locator(".view-line").first().click();
    await w.command("AEN: Debug Cell");
    await isPaused();
    await variable(/^Block/)
      .first()
      .click();
    await variable(/i\s*=\s*0/)
      .first()
      .waitFor();
    await w.screenshot(path.join(screenshots, "debugger.png"));
    await w.page.keyboard.press("F5");
    await variable(/i\s*=\s*1/)
      .first()
      .waitFor();
    await w.page.keyboard.press("F5");
    await w.output("the sum is 1");
    await isGone();
  });

  it("lets go of a cell that is stopped while it is paused, and the kernel stays usable", async () => {
    await loop().locator(".view-line").first().click();
    await w.command("AEN: Debug Cell");
    await isPaused();
    await w.command("AEN: Interrupt Kernel");
    await isGone();
    await w.output(/Interrupted/);
    await w.runCell("still here");
    await w.output("still here number");
    assert.equal(
      await until("the debugger is gone", () => w.page.locator(".debug-toolbar").isHidden()),
      true,
    );
  });
});
