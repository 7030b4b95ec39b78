import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { until } from "../until.js";
import { writeCells } from "./notebookFiles.js";
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
  const events = (): RecordedEvent[] => {
    const runs = path.join(folder, ".aen", "runs");
    const last = readdirSync(runs).sort().at(-1)!;
    const lines = readFileSync(path.join(runs, last, "events.jsonl"), "utf8")
      .split("\n")
      .slice(0, -1);
    return lines.map((line) => JSON.parse(line) as RecordedEvent);
  };
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

  it("stops a training in order when the window is reloaded, and its board resumes it with one click", async () => {
    await w.runAll();
    await state(/epoch \d+ of 5000/).waitFor();
    await w.save();
    const before = readdirSync(path.join(folder, ".aen", "runs")).sort();
    await w.page.reload();
    await w.kernelIsSelected();
    await hasStopped();
    await board()
      .getByText(/interrupted/i)
      .first()
      .waitFor();
    await board().getByRole("button", { name: "Resume" }).click();
    await state(/epoch \d+ of 5000/).waitFor();
    const ran = readdirSync(path.join(folder, ".aen", "runs")).sort();
    assert.deepEqual(ran, before, "it is the same run");
    assert.ok(events().some(({ type, resumedFrom }) => type === "start" && resumedFrom !== undefined));
  });

  it("shows the page of a run within a second of a reload", async () => {
    const [first] = readdirSync(path.join(folder, ".aen", "runs")).sort();
    await w.command("AEN: Focus on AEN Runs View");
    await w.page.getByRole("treeitem", { name: new RegExp(`^${first}`) }).click();
    const heading = () =>
      w.page
        .frameLocator("iframe.webview.ready >> visible=true")
        .frameLocator("iframe#active-frame")
        .getByRole("heading", { name: "Where it came from" });
    await heading().waitFor();
    await w.page.reload();
    await w.page.locator(".statusbar-item", { hasText: "AEN" }).first().waitFor();
    const begun = performance.now();
    await heading().waitFor();
    const seconds = (performance.now() - begun) / 1000;
    console.log(`      the page of a run stands ${seconds.toFixed(1)} s after the extension`);
    assert.ok(seconds < 1, `${seconds.toFixed(1)} s`);
  });
});
