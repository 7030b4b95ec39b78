import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { until } from "../until.js";
import { savedNotebook, writeCells } from "./notebookFiles.js";
import { openVsCode } from "./sharedVsCode.js";
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

  it("shows its progress below its cell, with named, focusable buttons", async () => {
    await w.openFile("training.ipynb");
    await w.kernelIsSelected();
    await w.runAll();
    await state(/cpu · epoch \d+ of 5000/).waitFor();
    await button("Pause training").waitFor();
    await button("Stop training").waitFor();
    for (const name of ["Pause training", "Stop training"])
      assert.equal(await button(name).getAttribute("tabindex"), "0");
  });

  it("can be reached with Tab from its cell, once Tab moves the focus in VS Code", async () => {
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

  it("is paused and resumed by its board's buttons with the Enter key, which types nothing into the cell", async () => {
    const board = w.outputs.getByRole("region", { name: "Training" }).first();
    await board.getByRole("button", { name: "Pause" }).focus();
    await w.page.keyboard.press("Enter");
    await state(/paused/).waitFor();
    await board.getByRole("button", { name: "Resume" }).focus();
    await w.page.keyboard.press("Enter");
    await board.getByRole("button", { name: "Pause" }).waitFor();
    await w.save();
    assert.equal((await savedNotebook(folder, "training.ipynb")).cells[1].source.length, 1);
  });

  it("is paused, resumed and stopped from there, and the cells after it run", async () => {
    await w.leaveEditor("aen.train");
    await w.page.keyboard.press("Control+Alt+P");
    await state(/paused/).waitFor();
    const held = await state(/paused/).textContent();
    await until("it is held", () => eventsOfLastRun(folder).at(-1) === "paused");
    const before = eventsOfLastRun(folder).length;
    await button("Resume training").focus();
    await w.page.keyboard.press("Space");
    await button("Pause training").waitFor();
    await until("the next epoch", async () => (await state(/epoch/).textContent()) !== held);
    assert.equal(eventsOfLastRun(folder)[before], "resumed", "a step was taken while it was held");
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
    const errors = async () =>
      (await savedNotebook(folder, "training.ipynb")).cells[1].outputs.filter(({ evalue }) => evalue);
    await until("the error is saved", async () => (await errors()).length === 1);
    assert.match((await errors())[0].evalue!, /Stopped by the user/);
    await w.reveal("kept * 2");
    await w.runCell("kept * 2");
    await w.output("9422");
  });
});

/** What the newest run of a workspace has recorded, in order: `start`, `step`, `paused` and so on. */
function eventsOfLastRun(workspace: string): string[] {
  const runs = path.join(workspace, ".aen", "runs");
  const last = readdirSync(runs).sort().at(-1)!;
  const lines = readFileSync(path.join(runs, last, "events.jsonl"), "utf8")
    .split("\n")
    .slice(0, -1);
  return lines.map((line) => (JSON.parse(line) as { type: string }).type);
}
