import assert from "node:assert/strict";
import { existsSync, mkdirSync, readdirSync } from "node:fs";
import path from "node:path";
import { savedNotebook, writeCells } from "./notebookFiles.js";
import { openVsCode, screenshots, waitUntil } from "./sharedVsCode.js";
import type { Workbench } from "./workbench.js";

const clips =
  "const train = await aen.clips.synthetic({ perEmotion: 2, identities: 2, size: 32, frames: 4, seed: 1 });";

describe("The view of runs in a real VS Code", function () {
  this.timeout(400_000);
  let w: Workbench;
  let runsFolder: string;
  let earlier: string[];
  const ids = () => readdirSync(runsFolder).filter((id) => !earlier.includes(id));
  const row = (id: string) => w.page.getByRole("treeitem", { name: new RegExp(`^${id}`) });
  const dialog = () => w.page.locator(".monaco-dialog-box");

  before(async function () {
    const { folder, workbench } = await openVsCode(this);
    w = workbench;
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
    const ended = () =>
      savedNotebook(folder, "runs.ipynb").cells[1].outputs.some(({ text }) =>
        text?.join("").includes("ended"),
      );
    await waitUntil("all three have ended", ended, 120);
    await w.command("AEN: Focus on AEN Runs View");
    await row(ids().sort().at(-1)!).waitFor();
  });

  it("lists each with its state, and what can be done with it", async () => {
    const [first, second, third] = ids().sort();
    await waitUntil("the states are read", async () =>
      /stopped/.test((await row(third).getAttribute("aria-label")) ?? ""),
    );
    for (const id of [first, second])
      assert.match((await row(id).getAttribute("aria-label"))!, /finished, UAR \d+\.\d %.*epoch 2 of 2.*cpu/);
    await row(third).hover();
    await w.screenshot(path.join(screenshots, "runs-tree-light.png"));
    assert.equal(await row(third).getByRole("button", { name: "Resume Run" }).count(), 1);
    assert.equal(await row(first).getByRole("button", { name: "Resume Run" }).count(), 0);
  });

  it("deletes one after asking, and only then", async () => {
    const [first] = ids().sort();
    await row(first).hover();
    await row(first).getByRole("button", { name: "Delete Run" }).click();
    await dialog().getByText(`Delete the run ${first}`).waitFor();
    await dialog().getByRole("button", { name: "Cancel" }).click();
    await dialog().waitFor({ state: "detached" });
    assert.ok(existsSync(path.join(runsFolder, first)));
    await row(first).hover();
    await row(first).getByRole("button", { name: "Delete Run" }).click();
    await dialog().getByRole("button", { name: "Delete" }).click();
    await row(first).waitFor({ state: "detached" });
    assert.equal(existsSync(path.join(runsFolder, first)), false);
    assert.equal(ids().length, 2);
  });
});
