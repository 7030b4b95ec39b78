import assert from "node:assert/strict";
import { openPage } from "../../media/browser.js";
import { withBrowser } from "../../media/withBrowser.js";
import { until } from "../../until.js";
import { writeCells } from "../../vscode/notebookFiles.js";
import { LabPage } from "./labPage.js";
import { labServer } from "./sharedServer.js";

describe("The kernel's manners in JupyterLab 4", function () {
  this.timeout(240_000);
  const test = withBrowser();
  let lab: LabPage;
  const cell = (place: number) => lab.notebook.locator(".jp-CodeCell").nth(place);

  before(async function () {
    const server = await labServer(this);
    writeCells(server.folder, "manners.ipynb", [
      "/** How many faces there are. */\nconst faces: number = 6;\nfaces",
      "faces.toFi",
      "faces",
    ]);
    const { page } = await openPage(test.browser(), { width: 1280, theme: "light" });
    lab = new LabPage(page);
    await lab.open(server.addressOf("lab", "manners.ipynb"), "with kernel");
    await cell(0).locator(".cm-line").first().click();
    await lab.command("notebook:run-cell");
    await cell(0).locator(".jp-OutputArea-output").getByText("6").waitFor();
  });
  after(() => lab?.page.close());

  /** Puts the cursor at the end of a cell. */
  async function edit(place: number): Promise<void> {
    await cell(place).locator(".cm-line").last().click();
    await lab.page.keyboard.press("ControlOrMeta+End");
  }

  it("colours cells as TypeScript", async () => {
    const coloured = await until("the cell is coloured", async () => {
      const words = await cell(0).locator(".cm-line span").allInnerTexts();
      return words.includes("const") && words;
    });
    assert.ok(coloured.includes("6"));
  });

  it("completes with the kind of each name", async () => {
    await edit(1);
    await lab.command("completer:invoke-notebook");
    const list = lab.page.locator(".jp-Completer");
    const found = list.locator(".jp-Completer-item", { hasText: "toFixed" });
    await found.waitFor();
    assert.match(await found.innerText(), /method/);
    await lab.page.keyboard.press("Enter");
    await cell(1).locator(".cm-line", { hasText: "faces.toFixed" }).waitFor();
  });

  it("tells the type and the documentation of a name where a person asks for it", async () => {
    await edit(2);
    await lab.command("tooltip:launch-notebook");
    const tooltip = lab.page.locator(".jp-Tooltip");
    await tooltip.getByText(/const faces: 6|const faces: number/).waitFor();
    await tooltip.getByText("How many faces there are.").waitFor();
    await lab.page.keyboard.press("Escape");
  });

  it("lists where to read on in the menu Help", async () => {
    await lab.page.locator(".lm-MenuBar-item", { hasText: "Help" }).click();
    for (const name of ["TypeScript Handbook", "TensorFlow.js API", "Node.js API"])
      await lab.page.getByRole("menuitem", { name }).waitFor();
    await lab.page.keyboard.press("Escape");
  });
});
