import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Locator } from "playwright-core";
import { packagedExtension } from "../vscode/packagedExtension.js";
import { VsCode } from "../vscode/server.js";
import { Workbench } from "../vscode/workbench.js";

const size = { width: 1280, height: 800 };

/** What is waited for, in the order in which it comes: seconds after Run All. */
interface FirstMinute {
  firstPicture?: number;
  trainingSaid?: number;
  boardInSight?: number;
  modelTrained?: number;
  allDone?: number;
  /** How far the first cell in sight moved at most between two looks, while nobody touched anything: pixels. */
  largestJump: number;
}

/**
 * The first minutes of a newcomer in a real VS Code at 1280x800 with default settings: from Run All in the quickstart to
 * the first picture, to the status bar that says what the training does, to the training board (after a click there), to
 * the trained model and to the end of the notebook.
 */
export async function bench(): Promise<void> {
  const vsix = await packagedExtension();
  const folder = mkdtempSync(path.join(tmpdir(), "aen-bench-"));
  const code = await VsCode.start({ vsix, workspace: folder, shutDownWhenUnused: true });
  const workbench = await Workbench.open(code.address, size);
  try {
    await workbench.command("AEN: Open the Quickstart");
    await workbench.kernelIsSelected();
    console.log(JSON.stringify({ bench: "first-minute", ...(await firstMinute(workbench)) }));
  } finally {
    await workbench.close();
    await code.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function firstMinute(w: Workbench): Promise<FirstMinute> {
  const training = w.page.locator(".statusbar-item", { hasText: /training/i }).first();
  const board = w.outputs.getByRole("region", { name: /Training/ }).first();
  const trained = w.page
    .locator(".cell-statusbar-container, .cell-status-item", { hasText: /finished/ })
    .first();
  const began = performance.now();
  await w.runAll();
  const found: FirstMinute = { largestJump: 0 };
  const reach = async (name: keyof FirstMinute, is: () => Promise<boolean>) => {
    if (found[name] === undefined && (await is())) found[name] = seconds(began);
  };
  for (let before = await places(w); found.allDone === undefined;) {
    await reach("firstPicture", () => isInSight(w.outputs.locator("svg, canvas, img").first()));
    if (found.trainingSaid === undefined && (await isInSight(training))) {
      found.trainingSaid = seconds(began);
      await training.click();
      before = [];
    }
    await reach("boardInSight", () => isInSight(board));
    await reach("modelTrained", () => isInSight(trained));
    await reach("allDone", async () => !(await isRunning(w)) && found.trainingSaid !== undefined);
    const now = await places(w);
    found.largestJump = Math.max(found.largestJump, movedBy(before, now));
    before = now;
    await w.page.waitForFunction(() => new Promise((drawn) => requestAnimationFrame(() => drawn(true))));
  }
  return found;
}

const seconds = (began: number): number => Math.round((performance.now() - began) / 100) / 10;

async function isInSight(place: Locator): Promise<boolean> {
  const box = (await place.count()) > 0 ? await place.boundingBox() : null;
  return box !== null && box.height > 0 && box.y >= 0 && box.y < size.height - 100;
}

async function isRunning(w: Workbench): Promise<boolean> {
  return (await w.page.getByRole("button", { name: /^(Interrupt|Stop)/ }).count()) > 0;
}

/** Where the cells in sight stand, by their numbers. */
async function places(w: Workbench): Promise<(readonly [string, number])[]> {
  return w.cells.evaluateAll((rows) =>
    rows.map((row) => [row.getAttribute("data-index") ?? "", row.getBoundingClientRect().top] as const),
  );
}

/** How far the first cell moved that is in sight both times. */
function movedBy(before: readonly (readonly [string, number])[], now: typeof before): number {
  const [number, top] = before.find(([each, at]) => at >= 0 && now.some(([other]) => other === each)) ?? [];
  const later = now.find(([each]) => each === number);
  return later ? Math.round(Math.abs(later[1] - top!)) : 0;
}
