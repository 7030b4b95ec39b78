import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { packagedExtension } from "../vscode/packagedExtension.js";
import { VsCode } from "../vscode/server.js";
import { Workbench } from "../vscode/workbench.js";

const rounds = 5;

/** How many runs are recorded, each with as many events as the quickstart's training. */
const counts = [3, 200];

/**
 * The list of runs in a real VS Code whose window is reloaded: milliseconds from its empty view to its first row,
 * beside those from the reload to the empty view.
 */
export async function bench(): Promise<void> {
  const vsix = await packagedExtension();
  for (const count of counts) {
    const folder = mkdtempSync(path.join(tmpdir(), "aen-bench-"));
    for (let run = 0; run < count; run++) writeRun(folder, run);
    const code = await VsCode.start({ vsix, workspace: folder, shutDownWhenUnused: true });
    const workbench = await Workbench.open(code.address);
    try {
      await workbench.command("AEN: Focus on AEN Runs View");
      await rows(workbench).first().waitFor();
      report(count, await reloads(workbench));
    } finally {
      await workbench.close();
      await code.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  }
}

const rows = ({ page }: Workbench) => page.getByRole("treeitem", { name: /^2026-01-/ });

async function reloads(workbench: Workbench): Promise<{ toView: number; toRow: number }[]> {
  const times: { toView: number; toRow: number }[] = [];
  for (let round = 0; round < rounds; round++) {
    const began = performance.now();
    await workbench.page.reload();
    await workbench.page.locator(".pane-header", { hasText: "AEN Runs" }).first().waitFor();
    const shown = performance.now();
    await rows(workbench).first().waitFor();
    times.push({ toView: shown - began, toRow: performance.now() - shown });
  }
  return times;
}

function report(runs: number, times: readonly { toView: number; toRow: number }[]): void {
  const [viewMs, rowMs] = (["toView", "toRow"] as const).map((part) =>
    times.map((time) => Math.round(time[part])),
  );
  const medianMs = [...rowMs].sort((a, b) => a - b)[Math.floor(rounds / 2)];
  console.log(JSON.stringify({ bench: "runs-view", runs, medianMs, rowMs, viewMs }));
}

/** A run of the quickstart's size, 440 steps. */
function writeRun(workspace: string, number: number): void {
  const started = new Date(Date.UTC(2026, 0, 1 + number)).toISOString();
  const folder = path.join(workspace, ".aen", "runs", `${started.slice(0, 19).replaceAll(":", "-")}-0000`);
  mkdirSync(folder, { recursive: true });
  const cell = { notebook: path.join(workspace, "a.ipynb"), executionCount: 1, code: "train()" };
  writeFileSync(path.join(folder, "run.json"), JSON.stringify({ started, device: "cpu", cell }));
  const phases = [
    { phase: "pretraining", epochs: 9, steps: 32 },
    { phase: "training", epochs: 8, steps: 19 },
  ] as const;
  const events = [{ type: "start", device: "cpu", seconds: 0 }, ...phases.flatMap(eventsOf), end];
  writeFileSync(
    path.join(folder, "events.jsonl"),
    events.map((event) => `${JSON.stringify(event)}\n`).join(""),
  );
}

const end = { type: "end", state: "finished", bestEpoch: 8, seconds: 90 };

function eventsOf({ phase, epochs, steps }: { phase: string; epochs: number; steps: number }): object[] {
  const measured = {
    loss: 1.234567,
    terms: { energy: 0.123456, "emotion of clip": 1.234567 },
    clipsPerSecond: 12.3456,
  };
  return Array.from({ length: epochs }, (_, index) => {
    const at = { phase, epoch: index + 1, ...measured, seconds: index };
    const ofSteps = Array.from({ length: steps }, (_, step) => ({
      type: "step",
      ...at,
      step: step + 1,
      steps,
      learningRate: 1e-3,
      secondsLeft: 12.345,
    }));
    const scores = { uar: 0.5, war: 0.5, sentimentUar: 0.6, sentimentWar: 0.6 };
    return [
      ...ofSteps,
      { type: "epoch", ...at, epochs, best: true, ...(phase === "training" && { validation: scores }) },
    ];
  }).flat();
}
