import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import path from "node:path";
import type { Locator } from "playwright-core";
import { until } from "../until.js";
import { savedNotebook, writeCells } from "./notebookFiles.js";
import { openVsCode, screenshots } from "./sharedVsCode.js";
import type { Workbench } from "./workbench.js";

describe("Ablation board and what-if sliders in a real VS Code", function () {
  this.timeout(400_000);
  let w: Workbench;
  const view = (name: RegExp): Locator => w.outputs.getByRole("region", { name }).first();

  before(async function () {
    const { folder, workbench } = await openVsCode(this);
    w = workbench;
    mkdirSync(screenshots, { recursive: true });
    writeCells(folder, "ablation.ipynb", [
      "const clips = await aen.clips.synthetic({ perEmotion: 8, identities: 8, size: 32, frames: 8, deviating: 0, seed: 1 });\n" +
        'const data = clips.split({ by: "identity", test: 0.5, seed: 1 });',
      'const base = { model: "tiny", training: { epochs: 2, pretraining: { epochs: 1 } } } as const;\n' +
        'const study = await aen.ablate(base, { data, arms: aen.arms.withoutEach("energy"), seeds: 2, record: false });',
      "const pretraining = { epochs: 30, learningRate: 3e-3 };\n" +
        'const run = await aen.train(aen.model("tiny"), data.train, { epochs: 6, seed: 1, pretraining });',
      "await aen.whatIf(run, data.test, { epochs: 30, learningRate: 5e-3 })",
    ]);
    await w.openFile("ablation.ipynb");
    await w.kernelIsSelected();
    await w.runAll();
    await until(
      "the last cell has its output",
      async () => (await savedNotebook(folder, "ablation.ipynb")).cells[3].outputs.length > 0,
      { seconds: 180 },
    );
  });

  it("opens an arm by click and by keyboard, with its matrix minus that of the base", async () => {
    await w.reveal("aen.ablate(");
    const board = view(/2 arms x 2 seeds/);
    await board.waitFor();
    assert.match(await board.innerText(), /4 of 4 runs/);
    const arms = board.getByRole("group", { name: "Arms" }).getByRole("button");
    assert.equal(await arms.count(), 2);
    await arms.nth(1).click();
    const panel = board.getByRole("region").first();
    await panel.getByText(/Confusion matrix minus that of/).waitFor();
    await panel.locator("svg").nth(1).waitFor();
    await w.screenshot(path.join(screenshots, "ablation-light.png"));
    await panel.getByRole("button", { name: "Close" }).click();
    await panel.waitFor({ state: "detached" });
    await arms.nth(1).focus();
    await w.page.keyboard.press("Enter");
    await panel.getByText(/Confusion matrix minus that of/).waitFor();
  });

  it("retrains when a slider moves, and shows what the network then says", async () => {
    await w.reveal("aen.whatIf(");
    const whatIf = view(/What if/);
    await whatIf.waitFor();
    const cells = whatIf.getByRole("group", { name: "Cells of the matrix" }).getByRole("button");
    const labels = () =>
      cells.evaluateAll((each) => each.map((cell) => cell.getAttribute("aria-label")).join("\n"));
    const before = await labels();
    assert.ok(before.split("\n").length >= 49);
    const sliders = whatIf.getByRole("group", { name: "Weights of the loss terms" }).getByRole("slider");
    const slider = sliders.first();
    await slider.focus();
    await w.page.keyboard.press("Home");
    assert.equal(await slider.inputValue(), "0");
    await whatIf.getByText(/Computed at these settings\. Retrained in \d+\.\d s/).waitFor();
    assert.notEqual(await labels(), before);
    await w.screenshot(path.join(screenshots, "what-if-light.png"));
  });

  it("puts the settings of the sliders into a new cell", async () => {
    await view(/What if/)
      .getByRole("button", { name: "Put these settings into a cell" })
      .click();
    await w.cell("aen.withWeights(run.plan.loss").waitFor();
  });
});
