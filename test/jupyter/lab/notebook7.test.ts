import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { openPage } from "../../media/browser.js";
import { viewsNotebook } from "../../media/jupyter/viewsNotebook.js";
import { until } from "../../until.js";
import { withBrowser } from "../../media/withBrowser.js";
import { writeLesson } from "../../vscode/lessonFile.js";
import { writeCells } from "../../vscode/notebookFiles.js";
import { LabPage } from "./labPage.js";
import type { LabServer } from "./labServer.js";
import { labServer } from "./sharedServer.js";

describe("A saved notebook in Notebook 7", function () {
  this.timeout(240_000);
  const test = withBrowser();
  let server: LabServer;

  before(async function () {
    server = await labServer(this);
    const notebook = { ...(await viewsNotebook()), metadata: {} };
    writeFileSync(path.join(server.folder, "seven.ipynb"), JSON.stringify(notebook));
  });

  it("shows every view alive, and a click in one filters the others", async () => {
    const { page, errors } = await openPage(test.browser(), { width: 1280, theme: "light" });
    const notebook = new LabPage(page);
    await notebook.open(server.addressOf("notebook", "seven.ipynb"), "without kernel");
    for (const title of [/^Training/, /^Frames of/]) await notebook.view(title).waitFor();
    const matrix = notebook.view(/^Confusion matrix/);
    await matrix.getByRole("button", { name: /^Happy, recognised/ }).click();
    await matrix.getByRole("region", { name: /^Happy, recognised/ }).waitFor();
    assert.equal(await notebook.notebook.locator(".jp-RenderedSVG, .jp-RenderedImage").count(), 0);
    // Notebook 7.6 itself has these, without any extension, too.
    const known = /reading 'schema'\)$|Command 'filebrowser:open-path' not registered/;
    const ours = errors.filter((error) => !known.test(error));
    assert.deepEqual(ours, []);
    await page.close();
  });

  it("pauses, resumes and stops a training by its board", async () => {
    writeCells(server.folder, "live.ipynb", [
      "const clips = await aen.clips.synthetic({ perEmotion: 4, size: 32, frames: 8, seed: 1 });",
      'const run = await aen.train(aen.model("tiny"), clips, { epochs: 5000, seed: 1, pretraining: false });',
      "`It has ${run.state}.`",
    ]);
    const { page } = await openPage(test.browser(), { width: 1280, theme: "light" });
    const notebook = new LabPage(page);
    page.setDefaultTimeout(120_000);
    await page.goto(server.addressOf("notebook", "live.ipynb"));
    await page.locator('.jp-Notebook-ExecutionIndicator[data-status="idle"]').waitFor();
    await until("the cells run", async () => {
      await page.locator(".lm-MenuBar-item", { hasText: "Run" }).click();
      await page.getByRole("menuitem", { name: "Run All Cells", exact: true }).click();
      // What is run before the kernel is connected is lost.
      const begun = notebook.notebook.locator(".jp-InputPrompt", { hasText: /[*\d]/ }).first();
      return begun.waitFor({ timeout: 10_000 }).then(
        () => true,
        () => false,
      );
    });
    const board = notebook.view(/^Training/);
    for (const name of ["Pause", "Resume", "Stop"])
      await board.getByRole("button", { name, exact: true }).click();
    await notebook.notebook.getByText("It has stopped.").waitFor();
    await page.close();
  });

  it("shows an exercise of a lesson as one, and checks it", async () => {
    await writeLesson(path.join(server.folder, "lesson.ipynb"));
    const { page } = await openPage(test.browser(), { width: 1280, theme: "light" });
    const { notebook } = new LabPage(page);
    page.setDefaultTimeout(120_000);
    await page.goto(server.addressOf("notebook", "lesson.ipynb"));
    await page.locator('.jp-Notebook-ExecutionIndicator[data-status="idle"]').waitFor();
    const quiz = notebook.getByRole("group", { name: "Exercise 6.5" }).first();
    await quiz.getByText("Exercise 6.5: Open, 1 point").waitFor();
    // Formulas that are still being set would move the button away from a click.
    await quiz.getByRole("button", { name: "Check" }).press("Enter");
    await quiz.getByText("Exercise 6.5: Not right yet, 0 of 1 point").waitFor();
    await page.close();
  });
});
