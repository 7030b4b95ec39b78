import { writeFileSync } from "node:fs";
import path from "node:path";
import { until } from "../until.js";
import { savedNotebook, writeCells } from "./notebookFiles.js";
import { openVsCode } from "./sharedVsCode.js";
import type { Workbench } from "./workbench.js";

const uses = "console.log('it is', first);";

describe("Names across cells in a real VS Code", function () {
  this.timeout(400_000);
  let folder: string;
  let w: Workbench;
  const word = (cell: string, text: string) =>
    w
      .cell(cell)
      .locator(".view-line span > span")
      .filter({ hasText: new RegExp(`^\\s*${text}\\s*$`) })
      .first();
  const tab = (name: string) => w.page.locator(".tab.active", { hasText: name }).waitFor();
  const sources = async () => {
    await w.save();
    return (await savedNotebook(folder, "names.ipynb")).cells.map(({ source }) => [source].flat().join(""));
  };
  /** The text of the cell in whose editor the focus is. */
  const cellInFocus = () =>
    w.page.evaluate(
      () => document.activeElement?.closest(".code-cell-row")?.querySelector(".view-lines")?.textContent,
    );
  const stale = () => w.cell("it is").locator(".cell-status-item", { hasText: "Stale" });

  before(async function () {
    ({ folder, workbench: w } = await openVsCode(this));
    writeFileSync(
      path.join(folder, "doubled.ts"),
      "export const double = (value: number): number => 2 * value;\n",
    );
    writeCells(folder, "names.ipynb", [
      'import { double } from "./doubled.ts";\nconst first = double(21);',
      uses,
      "const trainer = aen.train;",
      "frist + 1;",
      "",
    ]);
    await w.openFile("names.ipynb");
    await w.kernelIsSelected();
  });

  it("lead to their definition in another cell, in a local file and in aen's declarations", async () => {
    await word("it is", "first").click();
    await w.page.keyboard.press("F12");
    await until("the defining cell has the focus", async () =>
      /double\(21\)/.test((await cellInFocus()) ?? ""),
    );
    await word("double(21)", "double").click({ modifiers: ["ControlOrMeta"] });
    await tab("doubled.ts");
    await w.openFileToo("names.ipynb");
    await word("aen.train", "train").click();
    await w.page.keyboard.press("F12");
    await tab(".d.ts");
    await w.openFile("names.ipynb");
  });

  it("that are misspelt are mended by a quick fix", async () => {
    await w.cell("frist").locator(".squiggly-error").first().waitFor();
    await word("frist", "frist").click();
    await w.page.keyboard.press("ControlOrMeta+.");
    const fix = w.page.locator(".action-widget .monaco-list-row", { hasText: "Change to" }).first();
    await fix.click();
    await until("it is mended", async () => !(await sources())[3].includes("frist"));
  });

  it("are found wherever they are used, and renamed there", async () => {
    await word("it is", "first").click();
    await w.page.keyboard.press("Shift+F12");
    const found = w.page.locator(".reference-zone-widget .monaco-list-row .referenceMatch");
    await until("all three places are listed", async () => (await found.count()) === 3);
    await w.page.keyboard.press("Escape");
    await w.page.locator(".reference-zone-widget").waitFor({ state: "detached" });
    await word("it is", "first").click();
    await w.page.keyboard.press("F2");
    await w.page.locator(".rename-box input").fill("primary");
    await w.page.keyboard.press("Enter");
    await until("no cell has the old name", async () => {
      const [definition, use, , mended] = await sources();
      const isRenamed = [definition, use, mended].every((source) => /\bprimary\b/.test(source));
      return isRenamed && ![definition, use, mended].join().includes("first");
    });
  });

  it("have snippets beside them", async () => {
    await w.cells.last().locator(".view-line").first().click();
    await w.page.keyboard.type("clips");
    const snippet = w.page
      .locator(".suggest-widget .monaco-list-row")
      .filter({ has: w.page.locator(".codicon-symbol-snippet") });
    await snippet.first().click();
    await until("its text is there", async () => /aen\.clips\./.test((await sources())[4]));
    await w.page.keyboard.press("Escape");
  });

  it("make cells stale that read them, which run by a click and by a command", async () => {
    for (const cell of ["double(21)", "it is"]) await w.runCell(cell);
    await w.output("it is 42");
    for (const [number, told, run] of [
      ["30", "it is 60", () => stale().click()],
      ["40", "it is 80", () => w.command("AEN: Run Stale Cells")],
    ] as const) {
      await w.cell("double(").locator(".view-line").last().click();
      await w.page.keyboard.press("End");
      for (let i = 0; i < 4; i++) await w.page.keyboard.press("Backspace");
      await w.page.keyboard.type(`${number});`);
      await w.runCell("double(");
      await stale().waitFor();
      await run();
      await w.output(told);
      await stale().waitFor({ state: "detached" });
    }
    await w.leaveEditor("it is");
  });
});
