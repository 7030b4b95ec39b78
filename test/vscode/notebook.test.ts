import assert from "node:assert/strict";
import { until } from "../until.js";
import { savedNotebook, writeCells } from "./notebookFiles.js";
import { openVsCode } from "./sharedVsCode.js";
import type { Workbench } from "./workbench.js";

describe("The extension in a real VS Code", function () {
  this.timeout(400_000);
  let folder: string;
  let workbench: Workbench;

  before(async function () {
    ({ folder, workbench } = await openVsCode(this));
    writeNotebooks(folder);
  });

  it("runs all cells, shows results and errors with links to the line, and saves them as Jupyter does", async () => {
    const w = workbench;
    await w.openFile("run.ipynb");
    await w.kernelIsSelected();
    await w.runAll();
    await w.output("printed");
    await w.output("wrong 42");
    assert.equal(await w.outputs.getByRole("link", { name: "line 2" }).count(), 1);
    await w.save();
    const saved = () => savedNotebook(folder, "run.ipynb");
    await until("the cell is saved", async () => (await saved()).cells[1].execution_count === 2);
    const { cells, metadata } = await saved();
    assert.equal(metadata.kernelspec.name, "aen");
    assert.deepEqual(
      cells.map((cell) => cell.execution_count),
      [1, 2, null],
    );
    assert.deepEqual(
      cells[0].outputs.map((output) => output.output_type),
      ["stream", "execute_result"],
    );
    assert.equal(cells[1].outputs[0].ename, "Error");
  });

  it("stops a loop without end, and a variable made before is still there", async () => {
    const w = workbench;
    await w.openFile("interrupt.ipynb");
    await w.kernelIsSelected();
    await w.runAll();
    await w.output("turning");
    await w.command("AEN: Interrupt Kernel");
    await w.output(/Stopped by the user/);
    await w.runCell("kept + 1");
    await w.output("4712");
  });

  it("says when the kernel has died, and runs again after Restart", async () => {
    const w = workbench;
    await w.openFile("crash.ipynb");
    await w.kernelIsSelected();
    await w.runCell("process.pid");
    const shown = await w.outputs
      .getByText(/pid \d+/)
      .first()
      .textContent({ timeout: 60_000 });
    process.kill(Number(/\d+/.exec(shown!)![0]), "SIGKILL");
    const message = w.notification("The kernel has died");
    await message.waitFor();
    await message.getByRole("button", { name: "Restart" }).click();
    await w.page.locator(".statusbar-item", { hasText: "kernel idle" }).waitFor();
    await w.runCell("after the crash");
    await w.output("after the crash: undefined");
  });

  it("completes and documents the members of aen, once", async () => {
    const w = workbench;
    await w.openFile("language.ipynb");
    await w.kernelIsSelected();
    await w.cell("aen").locator(".view-line").first().click();
    await w.page.keyboard.press("End");
    await w.page.keyboard.type(".trai");
    const suggestions = w.page.locator(".suggest-widget .monaco-list-row .label-name");
    const train = suggestions.filter({ hasText: /^\s*train\s*$/ });
    await train.first().waitFor();
    assert.equal(await train.count(), 1);
    await w.page.keyboard.press("Escape");
    await w.page.locator(".mtk1, .view-line span", { hasText: "shown" }).last().hover();
    const hover = w.page.locator(".monaco-hover", { hasText: "const shown: number" });
    await hover.first().waitFor();
    assert.equal(await hover.locator(".hover-row").count(), 1);
  });

  it("keeps the variables of two notebooks apart, each in a process of its own", async () => {
    const w = workbench;
    const pids: number[] = [];
    for (const name of ["first.ipynb", "second.ipynb"]) {
      await w.openFile(name);
      await w.kernelIsSelected();
      await w.runAll();
      const shown = w.outputs.getByText(new RegExp(`own ${name} in \\d+ is undefined`)).first();
      pids.push(Number(/in (\d+)/.exec((await shown.textContent())!)![1]));
    }
    assert.notEqual(pids[0], pids[1]);
  });

  it("runs two notebooks at once", async () => {
    const w = workbench;
    await w.openFile("waits.ipynb");
    await w.kernelIsSelected();
    await w.runAll();
    await w.output("waits for the other");
    await w.openFileToo("writes.ipynb");
    await w.kernelIsSelected();
    await w.runAll();
    const said = async (name: string) =>
      (await savedNotebook(folder, name)).cells[0].outputs.flatMap(({ text = [] }) => text).join("");
    await until("one runs while the other does", async () =>
      (await said("writes.ipynb")).includes("has written"),
    );
    await until("the other hears of it", async () =>
      (await said("waits.ipynb")).includes("has seen the other"),
    );
  });
});

function writeNotebooks(folder: string): void {
  writeCells(folder, "run.ipynb", [
    "const answer = 6 * 7;\nconsole.log('printed');\nanswer",
    "function f(x: number) {\n  throw new Error('wrong ' + x);\n}\nf(answer);",
    "'not reached'",
  ]);
  writeCells(folder, "interrupt.ipynb", [
    "const kept = 4711;",
    "console.log('turning'); await 0; while (true) {}",
    "kept + 1",
  ]);
  writeCells(folder, "crash.ipynb", [
    "console.log('pid ' + process.pid);",
    "console.log('after the crash: ' + typeof (globalThis as any).lost);",
  ]);
  writeCells(folder, "language.ipynb", ["aen", "const shown = 1 + 1;"]);
  writeCells(folder, "waits.ipynb", [
    'import { existsSync } from "node:fs";\nconsole.log("waits for the other");\n' +
      'while (!existsSync("written.txt")) await new Promise((resolve) => setTimeout(resolve, 50));\n' +
      'console.log("has seen the other");',
  ]);
  writeCells(folder, "writes.ipynb", [
    'import { writeFileSync } from "node:fs";\nwriteFileSync("written.txt", "");\nconsole.log("has written");',
  ]);
  for (const name of ["first.ipynb", "second.ipynb"])
    writeCells(folder, name, [
      `const own = '${name}';`,
      "console.log(`own ${own} in ${process.pid} is ${typeof (globalThis as any).other}`);",
    ]);
}
