import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { until } from "../until.js";
import { savedNotebook, writeCells } from "./notebookFiles.js";
import { openVsCode } from "./sharedVsCode.js";
import type { Workbench } from "./workbench.js";

const python = {
  ...{ nbformat: 4, nbformat_minor: 5 },
  metadata: {
    kernelspec: { name: "python3", display_name: "Python 3", language: "python" },
    language_info: { name: "python" },
  },
  cells: [
    { cell_type: "code", id: "a", metadata: {}, execution_count: null, outputs: [], source: "print(1)" },
  ],
};

describe("Keys and other languages in a real VS Code", function () {
  this.timeout(400_000);
  let folder: string;
  let w: Workbench;

  before(async function () {
    ({ folder, workbench: w } = await openVsCode(this));
    writeCells(folder, "keys.ipynb", ["const first = 1;", "const second = 2;"]);
    writeFileSync(path.join(folder, "python.ipynb"), JSON.stringify(python));
  });

  const sources = async (): Promise<string[]> => {
    await w.save();
    return (await savedNotebook(folder, "keys.ipynb")).cells.map(({ source }) => [source].flat().join(""));
  };
  const become = (what: string, wanted: readonly string[]) =>
    until(what, async () => JSON.stringify(await sources()) === JSON.stringify(wanted));

  it("cut the selected cell in command mode", async () => {
    await w.openFile("keys.ipynb");
    await w.kernelIsSelected();
    await w.leaveEditor("const second");
    await w.page.keyboard.press("x");
    await become("the second cell is cut", ["const first = 1;"]);
  });

  it("do not label a notebook in Python as ours", async () => {
    await w.openFile("python.ipynb");
    await w.page.locator(".kernel-label:visible", { hasText: "Other languages" }).first().waitFor();
    assert.equal(await w.page.locator(".kernel-label:visible", { hasText: "AEN" }).count(), 0);
  });

  it("do not run a notebook in Python: Run says how it can be run", async () => {
    await w.runAll();
    await w.notification(/is in Python 3, and AEN Notebook runs TypeScript/).waitFor();
  });
});
