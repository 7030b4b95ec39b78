import assert from "node:assert/strict";
import { existsSync, mkdirSync, readdirSync } from "node:fs";
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
        "for (const seed of [1, 2]) await aen.train(aen.model('tiny'), train, { ...short, seed, validate: train });",
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

  it("compares two that are chosen", async () => {
    const [first, second] = ids().sort();
    await w.command("AEN: Compare Two Runs");
    const choices = w.page.locator(".quick-input-list .monaco-list-row");
    for (const id of [first, second]) await choices.filter({ hasText: id }).click();
    await w.page.getByRole("button", { name: "OK", exact: true }).click();
    const heading = { name: `${first} and ${second}` };
    let shown: Frame | undefined;
    await until("the comparison is shown", async () => {
      const counts = w.page.frames().map((each) =>
        each
          .getByRole("heading", heading)
          .count()
          .catch(() => 0),
      );
      const at = (await Promise.all(counts)).findIndex((count) => count === 1);
      shown = w.page.frames()[at];
      return shown !== undefined;
    });
    await shown!.getByRole("rowheader", { name: "plan.seed", exact: true }).waitFor();
    await shown!.getByText(/it takes several seeds \(aen\.ablate\)/).waitFor();
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

  /** VS Code hands a command no row if the tree is just being read anew; the command then offers a list. */
  async function askToDelete(id: string): Promise<void> {
    const list = w.page.getByPlaceholder("Choose a run");
    for (;;) {
      await row(id).hover();
      await row(id).getByRole("button", { name: "Delete Run" }).click();
      await dialog().or(list).first().waitFor();
      if (!(await list.isVisible())) return;
      await w.page.keyboard.press("Escape");
    }
  }
});
