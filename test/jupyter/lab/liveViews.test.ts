import assert from "node:assert/strict";
import { openPage } from "../../media/browser.js";
import { withBrowser } from "../../media/withBrowser.js";
import { writeCells } from "../../vscode/notebookFiles.js";
import { LabPage } from "./labPage.js";
import type { LabServer } from "./labServer.js";
import { labServer } from "./sharedServer.js";

describe("A training in JupyterLab 4", function () {
  this.timeout(400_000);
  const test = withBrowser();
  let server: LabServer;
  let lab: LabPage;
  let complaints: string[];
  const board = () => lab.view(/^Training/).first();
  const button = (name: string) => board().getByRole("button", { name, exact: true });

  before(async function () {
    server = await labServer(this);
    writeCells(server.folder, "training.ipynb", [
      "const kept = 4711;\nconst clips = await aen.clips.synthetic({ perEmotion: 4, size: 32, frames: 8, seed: 1 });",
      'const run = await aen.train(aen.model("tiny"), clips, { epochs: 5000, seed: 1, pretraining: false });',
      "`${kept + 1}, ${run.state}`",
      "await run.evaluate(clips)",
      "await aen.whatIf(run, clips, { epochs: 1 })",
    ]);
    const { page, errors } = await openPage(test.browser(), { width: 1280, theme: "light" });
    complaints = errors;
    lab = new LabPage(page);
    lab.page.setDefaultTimeout(120_000);
    await lab.open(server.addressOf("lab", "training.ipynb"), "with kernel");
  });
  after(() => lab?.page.close());

  it("is paused, resumed and stopped by its board, by mouse and by keyboard", async () => {
    void lab.command("notebook:run-all-cells");
    await button("Pause").click();
    await board()
      .getByText(/^Paused/)
      .waitFor();
    await button("Resume").focus();
    await lab.page.keyboard.press("Enter");
    await button("Pause").waitFor();
    await button("Stop").focus();
    await lab.page.keyboard.press("Space");
    await lab.notebook.getByText("4712, stopped").waitFor();
    assert.equal(await button("Pause").count(), 0);
  });

  it("shows frames that its notebook does not hold, asked of the kernel", async () => {
    const matrix = lab.view(/^Confusion matrix/);
    const cells = matrix.getByRole("button", { name: /: [1-9]\d* clips?,/ });
    await cells.first().click();
    await matrix.locator("button.clip").last().click();
    await matrix.getByRole("slider", { name: /^Frame of/ }).waitFor();
  });

  it("is trained again at the weights of loss terms that sliders ask for, which move no cell", async () => {
    const whatIf = lab.view(/what.?if/i);
    await whatIf.getByRole("slider").first().focus();
    const active = await lab.activeCell();
    for (const key of ["End", "ArrowLeft"]) await lab.page.keyboard.press(key);
    assert.equal(await lab.activeCell(), active);
    await whatIf.getByText(/Retrained in/).waitFor();
    const cells = await lab.notebook.locator(".jp-CodeCell").count();
    await whatIf.getByRole("button", { name: "Put these settings into a cell" }).click();
    await lab.notebook
      .getByText(/whatIf/)
      .last()
      .waitFor();
    assert.equal(await lab.notebook.locator(".jp-CodeCell").count(), cells + 1);
  });

  it("has ended for its board when the kernel is started anew", async () => {
    void lab.command("notebook:run-all-cells");
    await button("Pause").waitFor();
    void lab.command("kernelmenu:restart");
    await lab.page.locator(".jp-Dialog").getByRole("button", { name: "Confirm Kernel Restart" }).click();
    await button("Pause").waitFor({ state: "detached" });
    assert.deepEqual(complaints, []);
  });
});
