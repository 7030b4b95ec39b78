import assert from "node:assert/strict";
import { savedNotebook, writeCells } from "./notebookFiles.js";
import { openVsCode, waitUntil } from "./sharedVsCode.js";
import type { Workbench } from "./workbench.js";

describe("A training in a real VS Code", function () {
  this.timeout(400_000);
  let folder: string;
  let w: Workbench;
  const button = (name: string) => w.page.getByRole("button", { name, exact: true });
  const state = (text: RegExp) => w.page.locator(".cell-status-item").filter({ hasText: text }).first();

  before(async function () {
    ({ folder, workbench: w } = await openVsCode(this));
    writeCells(folder, "training.ipynb", [
      "const kept = 4711;\nconst clips = await aen.clips.synthetic({ perEmotion: 4, size: 32, frames: 8, seed: 1 });",
      'const run = await aen.train(aen.model("tiny"), clips, { epochs: 5000, seed: 1, pretraining: false });',
      "`${kept + 1}, ${run.state}`",
      "kept * 2",
    ]);
  });

  it("tells below its cell how it goes, with buttons that have names and can be focused", async () => {
    await w.openFile("training.ipynb");
    await w.kernelIsSelected();
    await w.runAll();
    await state(/cpu · epoch \d+ of 5000/).waitFor();
    await button("Pause training").waitFor();
    await button("Stop training").waitFor();
    for (const name of ["Pause training", "Stop training"])
      assert.equal(await button(name).getAttribute("tabindex"), "0");
  });

  it("has them where Tab leads from its cell, once VS Code moves the focus with it", async () => {
    const toggle = "Toggle Tab Key Moves Focus";
    await w.command(toggle);
    await w.leaveEditor("aen.train");
    const focused = () => w.page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? "");
    const passed: string[] = [];
    while (passed.length < 40 && passed.at(-1) !== "Stop training") {
      await w.page.keyboard.press("Tab");
      passed.push(await focused());
    }
    await w.command(toggle);
    assert.deepEqual(passed.slice(-2), ["Pause training", "Stop training"], passed.join(", "));
  });

  it("is held and goes on by its board's buttons with the Enter key, which writes nothing into the cell", async () => {
    const board = w.outputs.getByRole("region", { name: "Training" }).first();
    await board.getByRole("button", { name: "Pause" }).focus();
    await w.page.keyboard.press("Enter");
    await state(/paused/).waitFor();
    await board.getByRole("button", { name: "Resume" }).focus();
    await w.page.keyboard.press("Enter");
    await board.getByRole("button", { name: "Pause" }).waitFor();
    await w.save();
    assert.equal(savedNotebook(folder, "training.ipynb").cells[1].source.length, 1);
  });

  it("is held, goes on and is stopped from there, and the cells after it run", async () => {
    await w.leaveEditor("aen.train");
    await w.page.keyboard.press("Control+Alt+P");
    await state(/paused/).waitFor();
    const held = await state(/paused/).textContent();
    await w.page.waitForTimeout(1500);
    assert.equal(await state(/paused/).textContent(), held);
    await button("Resume training").focus();
    await w.page.keyboard.press("Space");
    await button("Pause training").waitFor();
    await waitUntil("the next epoch", async () => (await state(/epoch/).textContent()) !== held);
    await button("Stop training").focus();
    await w.page.keyboard.press("Space");
    await button("Stop training").waitFor({ state: "detached" });
    await w.reveal("kept + 1");
    await w.output("4712, stopped");
  });

  it("is interrupted with its cell, and variables made before are still there", async () => {
    await w.reveal("aen.train");
    await w.runCell("aen.train");
    await button("Stop training").waitFor();
    await w.command("AEN: Interrupt Kernel");
    await button("Stop training").waitFor({ state: "detached" });
    await w.output(/Stopped by the user/);
    await w.save();
    const errors = () =>
      savedNotebook(folder, "training.ipynb").cells[1].outputs.filter(({ evalue }) => evalue);
    await waitUntil("the error is saved", () => errors().length === 1);
    assert.match(errors()[0].evalue!, /Stopped by the user/);
    await w.reveal("kept * 2");
    await w.runCell("kept * 2");
    await w.output("9422");
  });
});
