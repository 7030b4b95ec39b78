import assert from "node:assert/strict";
import path from "node:path";
import { readNotebook, writeNotebook } from "../../../kernel/notebook/notebookFile.js";
import { withParameters } from "../../../kernel/notebook/parameters.js";
import { openPage } from "../../media/browser.js";
import { withBrowser } from "../../media/withBrowser.js";
import { LabPage } from "./labPage.js";
import type { LabServer } from "./labServer.js";
import { labServer } from "./sharedServer.js";

describe("The quickstart in JupyterLab 4", function () {
  this.timeout(500_000);
  const test = withBrowser();
  const views = [/^Training/, /^Confusion matrix/, /^Frames of/, /minus/i];
  let server: LabServer;
  let lab: LabPage;

  before(async function () {
    server = await labServer(this);
    const small = withParameters(await readNotebook("notebooks/quickstart.ipynb"), {
      preset: { text: "tiny" },
      perEmotion: { text: "6" },
      epochs: { text: "2" },
    });
    await writeNotebook(path.join(server.folder, "quickstart.ipynb"), small);
    const { page } = await openPage(test.browser(), { width: 1280, theme: "light" });
    lab = new LabPage(page);
    await lab.open(server.addressOf("lab", "quickstart.ipynb"), "with kernel");
  });
  after(() => lab?.page.close());

  it("runs from top to bottom, and draws its views", async () => {
    await lab.command("notebook:run-all-cells");
    await lab.command("docmanager:save");
    const { cells } = await readNotebook(path.join(server.folder, "quickstart.ipynb"));
    const code = cells.filter((cell) => cell.cell_type === "code");
    assert.ok(code.every((cell) => cell.execution_count !== null));
    const failed = code.flatMap((cell) => cell.outputs ?? []).filter((each) => each.output_type === "error");
    assert.deepEqual(failed, []);
  });

  it("shows its views alive after it has been saved and loaded anew", async () => {
    await lab.open(server.addressOf("lab", "quickstart.ipynb"), "with kernel");
    for (const title of views) {
      const view = lab.view(title).first();
      await lab.scrollTo(view);
      await view.getByRole("button", { name: "Table" }).first().click();
    }
  });
});
