import assert from "node:assert/strict";
import { existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Frame } from "playwright-core";
import { until } from "../until.js";
import { savedNotebook, writeCells } from "./notebookFiles.js";
import { openVsCode, screenshots } from "./sharedVsCode.js";
import type { Workbench } from "./workbench.js";

const clips =
  "const train = await aen.clips.synthetic({ perEmotion: 2, identities: 2, size: 32, frames: 4, seed: 1 });";

describe("The view of runs in a real VS Code", function () {
  this.timeout(400_000);
  let w: Workbench;
  let folder: string;
  let runsFolder: string;
  let earlier: string[];
  const ids = () => readdirSync(runsFolder).filter((id) => !earlier.includes(id));
  const row = (id: string) => w.page.getByRole("treeitem", { name: new RegExp(`^${id}`) });
  const dialog = () => w.page.locator(".monaco-dialog-box");

  before(async function () {
    const opened = await openVsCode(this);
    w = opened.workbench;
    folder = opened.folder;
    runsFolder = path.join(folder, ".aen", "runs");
    mkdirSync(runsFolder, { recursive: true });
    mkdirSync(screenshots, { recursive: true });
    earlier = readdirSync(runsFolder);
    writeCells(folder, "runs.ipynb", [
      `${clips}\nconst short = { epochs: 2, pretraining: false } as const;\n` +
        "for (const seed of [1, 2]) await (await aen.train(aen.model('tiny'), train, { ...short, seed, validate: train })).evaluate(train);",
      "const long = { epochs: 5000, pretraining: false, signal: AbortSignal.timeout(1500) } as const;\n" +
        "await aen.train(aen.model('tiny'), train, { ...long, seed: 3 }).catch(() => {});\n" +
        "console.log('all three have ended');",
    ]);
    await w.openFile("runs.ipynb");
    await w.kernelIsSelected();
    await w.runAll();
    const ended = async () =>
      (await savedNotebook(folder, "runs.ipynb")).cells[1].outputs.some(({ text }) =>
        text?.join("").includes("ended"),
      );
    await until("all three have ended", ended, { seconds: 120 });
    await w.command("AEN: Focus on AEN Runs View");
    await row(ids().sort().at(-1)!).waitFor();
  });

  it("lists each with its state, and what can be done with it", async () => {
    const [first, second, third] = ids().sort();
    await until("the states are read", async () =>
      /stopped/.test((await row(third).getAttribute("aria-label")) ?? ""),
    );
    for (const id of [first, second])
      assert.match((await row(id).getAttribute("aria-label"))!, /finished, UAR \d+\.\d %.*epoch 2 of 2.*cpu/);
    await row(third).hover();
    await w.screenshot(path.join(screenshots, "runs-tree-light.png"));
    assert.equal(await row(third).getByRole("button", { name: "Resume Run" }).count(), 1);
    assert.equal(await row(first).getByRole("button", { name: "Resume Run" }).count(), 0);
  });

  it("opens the page of one, with its views, and keeps the name that is typed there", async () => {
    const [first] = ids().sort();
    await row(first).click();
    const page = await frameWith("Confusion matrix", "Training");
    await page.getByRole("heading", { name: "Where it came from" }).waitFor();
    await page.locator("div.view svg").first().waitFor();
    await w.screenshot(path.join(screenshots, "runs-page-light.png"));
    const name = page.getByRole("textbox", { name: "Name" });
    await name.fill("first seed");
    await name.press("Tab");
    await page.getByText("Saved in notes.json").waitFor();
    assert.equal(
      JSON.parse(readFileSync(path.join(runsFolder, first, "notes.json"), "utf8")).name,
      "first seed",
    );
    await until("the list shows the name", async () =>
      /first seed/.test((await row(first).getAttribute("aria-label")) ?? ""),
    );
  });

  it("leads from the page back to the cell of the notebook", async () => {
    const page = await frameWith("Where it came from");
    await page.getByRole("button", { name: "Go to Cell" }).click();
    await w.page.locator(".tab.active", { hasText: "runs.ipynb" }).waitFor();
    await w.cell("for (const seed of [1, 2])").waitFor();
  });

  it("compares those that are chosen", async () => {
    const [first, second] = ids().sort();
    await w.command("AEN: Compare Runs");
    const choices = w.page.locator(".quick-input-list .monaco-list-row");
    for (const id of [first, second]) await choices.filter({ hasText: id }).click();
    await w.page.getByRole("button", { name: "OK", exact: true }).click();
    const shown = await frameWith("Settings that differ", "Difference of the confusions");
    await shown.getByRole("rowheader", { name: "plan.seed", exact: true }).waitFor();
    await shown.getByText(/it takes several seeds \(aen\.ablate\)/).waitFor();
    await w.screenshot(path.join(screenshots, "runs-compared-light.png"));
  });

  it("resumes one that was stopped, from where it was", async () => {
    const third = ids().sort()[2];
    writeCells(folder, "resume.ipynb", [`${clips}\ntrain.length`]);
    await w.openFile("resume.ipynb");
    await w.kernelIsSelected();
    await w.runAll();
    await w.output("14");
    await row(third).hover();
    await row(third).getByRole("button", { name: "Resume Run" }).click();
    await w.cell("aen.resume(").waitFor();
    await w.runCell("aen.resume(");
    await w.page.getByRole("button", { name: "Stop training", exact: true }).click();
    await w.output(/Stopped · on cpu · epoch \d+ of 5000/);
    assert.equal(ids().length, 3, "it is the same run");
  });

  it("deletes one after asking, and only then", async () => {
    const [first] = ids().sort();
    await askToDelete(first);
    await dialog().getByText(`Delete the run ${first}`).waitFor();
    await dialog().getByRole("button", { name: "Cancel" }).click();
    await dialog().waitFor({ state: "detached" });
    assert.ok(existsSync(path.join(runsFolder, first)));
    await askToDelete(first);
    await dialog().getByRole("button", { name: "Delete" }).click();
    await row(first).waitFor({ state: "detached" });
    assert.equal(existsSync(path.join(runsFolder, first)), false);
    assert.equal(ids().length, 2);
  });

  /** The web view that has these headings. */
  async function frameWith(...headings: string[]): Promise<Frame> {
    let found: Frame | undefined;
    await until(`a page with ${headings.join(" and ")} is shown`, async () => {
      for (const frame of w.page.frames()) {
        const counts = headings.map((name) => frame.getByRole("heading", { name, exact: true }).count());
        const all = await Promise.all(counts).catch(() => [0]);
        if (all.every((count) => count > 0)) found = frame;
      }
      return found !== undefined;
    });
    return found!;
  }

  /** VS Code hands a command no row if the tree is just being read anew; the command then offers a list. */
  async function askToDelete(id: string): Promise<void> {
    const list = w.page.getByPlaceholder("Choose a run");
    for (;;) {
      await row(id).hover();
      await row(id).getByRole("button", { name: "Delete Run" }).click();
      // A list that was shown before stays in the page, hidden.
      await dialog().or(list).filter({ visible: true }).first().waitFor();
      if (!(await list.isVisible())) return;
      await w.page.keyboard.press("Escape");
    }
  }
});
