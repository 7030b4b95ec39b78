import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { until } from "../until.js";
import { savedNotebook, writeCells } from "./notebookFiles.js";
import { openVsCode } from "./sharedVsCode.js";
import type { Workbench } from "./workbench.js";

interface RecordedEvent {
  readonly type: string;
  readonly state?: string;
  readonly resumedFrom?: string;
}

describe("The end of work in a real VS Code", function () {
  this.timeout(400_000);
  let folder: string;
  let w: Workbench;
  const state = (text: RegExp) => w.page.locator(".cell-status-item").filter({ hasText: text }).first();
  const board = () => w.outputs.getByRole("region", { name: "Training" }).first();
  const runs = () => readdirSync(path.join(folder, ".aen", "runs")).sort();
  const events = (): RecordedEvent[] => {
    const lines = readFileSync(path.join(folder, ".aen", "runs", runs().at(-1)!, "events.jsonl"), "utf8")
      .split("\n")
      .slice(0, -1);
    return lines.map((line) => JSON.parse(line) as RecordedEvent);
  };
  const isResumed = () => events().some(({ type, resumedFrom }) => type === "start" && resumedFrom);
  const hasStopped = () => until("the run has stopped in order", () => events().at(-1)?.state === "stopped");

  before(async function () {
    ({ folder, workbench: w } = await openVsCode(this));
    writeCells(folder, "ending.ipynb", [
      "const clips = await aen.clips.synthetic({ perEmotion: 4, size: 32, frames: 8, seed: 1 });",
      'const run = await aen.train(aen.model("tiny"), clips, { epochs: 5000, seed: 1, pretraining: false });',
    ]);
  });

  it("brings a board back whose outputs were cleared while its training goes on", async () => {
    await w.openFile("ending.ipynb");
    await w.kernelIsSelected();
    await w.runAll();
    await state(/epoch \d+ of 5000/).waitFor();
    await board().waitFor();
    await w.command("Notebook: Clear All Outputs");
    await board().getByRole("button", { name: "Pause" }).waitFor();
    assert.equal(await w.outputs.getByRole("region", { name: "Training" }).count(), 1);
  });

  it("asks before a restart and stops a training in order", async () => {
    const dialog = w.page.locator(".monaco-dialog-box");
    await w.command("AEN: Restart Kernel");
    await dialog.waitFor();
    await w.page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
    await state(/epoch \d+ of 5000/).waitFor();
    await w.command("AEN: Restart Kernel");
    await dialog.getByRole("button", { name: "Stop in Order and Restart" }).click();
    await hasStopped();
    await w.page.locator(".statusbar-item", { hasText: "kernel idle" }).waitFor();
  });

  it("offers to resume a training that a reload has stopped where its board is not in the page", async () => {
    await w.runAll();
    // In a browser, VS Code writes what an extension remembers a few seconds later.
    await state(/epoch \d{3,} of 5000/).waitFor();
    const before = runs();
    await w.reload();
    await hasStopped();
    await w.kernelIsSelected();
    // VS Code has kept the board in its own copy, or not: then there is nothing to clear.
    if (await w.offers("Notebook: Clear All Outputs")) await w.command("Notebook: Clear All Outputs");
    await state(/Resume the .*training/).click();
    await state(/epoch \d+ of 5000/).waitFor();
    await board().waitFor();
    assert.deepEqual(runs(), before, "it is the same run");
    assert.ok(isResumed());
  });

  it("stops a training in order when the window is reloaded, and its board resumes it with one click", async () => {
    const before = runs();
    // A page that is loaded anew keeps what has been saved; VS Code saves a second after a change.
    await until("the board is saved", async () => {
      await w.page.keyboard.press("ControlOrMeta+S");
      return (await savedNotebook(folder, "ending.ipynb")).cells[1].outputs.length > 0;
    });
    await w.reload();
    await hasStopped();
    await w.kernelIsSelected();
    await board().getByRole("button", { name: "Resume" }).click();
    await state(/epoch \d+ of 5000/).waitFor();
    assert.deepEqual(runs(), before, "it is the same run");
    assert.ok(isResumed());
    await board().getByRole("button", { name: "Stop" }).click();
    await hasStopped();
    // The keys of later tests are VS Code's, not the board's.
    await w.leaveEditor("const clips");
  });
});
