import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { writeCells } from "../vscode/notebookFiles.js";
import { packagedExtension } from "../vscode/packagedExtension.js";
import { VsCode } from "../vscode/server.js";
import { Workbench } from "../vscode/workbench.js";

/** Milliseconds of the first two cells of notebooks. */
interface Timings {
  readonly first: number[];
  readonly second: number[];
}

/** VS Codes that are started and notebooks that are opened in each. */
const rounds = 3;
const notebooks = 3;

/**
 * The extension in a real VS Code: its activation, the first cell of a fresh notebook (from Run to the value on
 * the page), apart for the first notebook of a VS Code that has just started, beside a second cell, and the size of
 * the VSIX.
 */
export async function bench(): Promise<void> {
  const vsix = await packagedExtension();
  const activation: number[] = [];
  const firstOfAll: Timings = { first: [], second: [] };
  const later: Timings = { first: [], second: [] };
  for (let round = 0; round < rounds; round++) {
    const folder = mkdtempSync(path.join(tmpdir(), "aen-bench-"));
    const code = await VsCode.start({ vsix, workspace: folder, shutDownWhenUnused: true });
    const workbench = await Workbench.open(code.address, { height: 2500 });
    try {
      await workbench.paletteRow("AEN: New AEN Notebook");
      for (let i = 0; i < notebooks; i++)
        await timeCells(workbench, folder, `fresh-${i}.ipynb`, i === 0 ? firstOfAll : later);
      const took = await workbench.activations();
      activation.push(took.get("AEN Notebook")!);
    } finally {
      await workbench.close();
      await code.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  }
  report("activation", activation);
  for (const [measured, { first, second }] of [
    ["first cell of the first notebook after VS Code has started", firstOfAll],
    ["first cell of a later notebook", later],
  ] as const)
    report(measured, first, { secondCellMs: median(second) });
  console.log(JSON.stringify({ measured: "VSIX", megabytes: statSync(vsix).size / 1e6 }));
}

/** Runs the first two cells of a new notebook, each as soon as it can be. */
async function timeCells(workbench: Workbench, folder: string, name: string, cells: Timings): Promise<void> {
  writeCells(folder, name, ['`first of ${"' + name + '"}`', '`second of ${"' + name + '"}`']);
  await workbench.openFile(name);
  await workbench.kernelIsSelected();
  for (const which of ["first", "second"] as const) {
    await workbench.cell(`${which} of`).hover();
    const began = performance.now();
    await workbench.runCell(`${which} of`);
    await workbench.output(`${which} of ${name}`);
    cells[which].push(performance.now() - began);
  }
}

function report(
  measured: string,
  milliseconds: readonly number[],
  beside: Record<string, number> = {},
): void {
  const rounded = milliseconds.map(Math.round);
  console.log(JSON.stringify({ measured, medianMs: median(rounded), all: rounded, ...beside }));
}

function median(values: readonly number[]): number {
  return Math.round([...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]);
}
