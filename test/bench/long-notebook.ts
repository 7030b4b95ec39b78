import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { packagedExtension } from "../vscode/packagedExtension.js";
import { VsCode } from "../vscode/server.js";
import { Workbench } from "../vscode/workbench.js";

const rounds = 5;
const cellCount = 60;
const name = "long.ipynb";

interface Notebook {
  cells: { id: string }[];
}

/**
 * Opening an executed notebook of 60 cells in a real VS Code at 1280x800: milliseconds from Enter in the list of files
 * to the first text of a cell and to the first view that is drawn.
 */
export async function bench(): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), "aen-bench-"));
  const bytes = writeLongNotebook(folder);
  const code = await VsCode.start({
    vsix: await packagedExtension(),
    workspace: folder,
    shutDownWhenUnused: true,
  });
  try {
    const times: { cells: number; view: number }[] = [];
    for (let round = 0; round < rounds; round++) times.push(await timeOpening(code.address));
    console.log(
      JSON.stringify({
        ...{ bench: "long-notebook", cells: cellCount, kilobytes: Math.round(bytes / 1000), rounds },
        ...{
          cellsMs: median(times.map(({ cells }) => cells)),
          viewMs: median(times.map(({ view }) => view)),
        },
        times,
      }),
    );
  } finally {
    await code.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The quickstart, executed at a small size, with its cells again and again from its evaluation on. */
function writeLongNotebook(folder: string): number {
  const executed = path.join(folder, "quickstart.ipynb");
  const small = ["perEmotion=8", "epochs=2", "preset=tiny"].flatMap((each) => ["-p", each]);
  const cli = path.resolve("dist/kernel/cli.js");
  execFileSync(process.execPath, [cli, "run", "notebooks/quickstart.ipynb", "--output", executed, ...small], {
    stdio: "ignore",
  });
  const notebook = JSON.parse(readFileSync(executed, "utf8")) as Notebook;
  const { cells } = notebook;
  const first = cells.findIndex(({ id }) => id === "evaluate"); // so that a view is in sight at once
  notebook.cells = Array.from({ length: cellCount }, (_, index) => ({
    ...cells[(first + index) % cells.length],
    id: `cell-${index}`,
  }));
  const text = JSON.stringify(notebook);
  writeFileSync(path.join(folder, name), text);
  return text.length;
}

async function timeOpening(address: string): Promise<{ cells: number; view: number }> {
  const workbench = await Workbench.open(address, { width: 1280, height: 800 });
  try {
    const { page } = workbench;
    await workbench.paletteRow("AEN: New AEN Notebook");
    await page.keyboard.press("Escape");
    await page.keyboard.press("ControlOrMeta+P");
    await page.locator(".quick-input-widget input").first().fill(name);
    await page.locator(".quick-input-list .monaco-list-row", { hasText: name }).first().waitFor();
    const began = performance.now();
    await page.keyboard.press("Enter");
    await workbench.cells.locator(".view-line").first().waitFor();
    const cells = performance.now() - began;
    await workbench.outputs.locator("svg, img, canvas, table").first().waitFor();
    return { cells: Math.round(cells), view: Math.round(performance.now() - began) };
  } finally {
    await workbench.close();
  }
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1];
}
