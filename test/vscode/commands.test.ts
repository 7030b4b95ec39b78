import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { skipBecause } from "../skipBecause.js";
import { until } from "../until.js";
import { writeCells } from "./notebookFiles.js";
import { type OpenVsCode, openVsCode } from "./sharedVsCode.js";
import type { Workbench } from "./workbench.js";

/** Runs a cell in a kernel that Jupyter finds by its name. */
const runInJupyter = `
from jupyter_client.manager import start_new_kernel
manager, client = start_new_kernel(kernel_name="aen", startup_timeout=100)
try:
    client.execute_interactive("console.log('from Jupyter', 6 * 7)", timeout=100)
finally:
    client.stop_channels()
    manager.shutdown_kernel(now=True)
`;

describe("Commands and the variables view in a real VS Code", function () {
  this.timeout(400_000);
  let opened: OpenVsCode;
  let w: Workbench;

  before(async function () {
    opened = await openVsCode(this);
    w = opened.workbench;
    writeCells(opened.folder, "variables.ipynb", [
      "const batch = tf.zeros([2, 16, 8]);\nconst options = { seed: 7 };\nlet count = 1;",
      "batch.dispose();\ncount = 2;",
      "console.log('told in the page');",
    ]);
  });

  it("list the variables of the notebook in front, with shapes and sizes, and keep up with them", async () => {
    await w.openFile("variables.ipynb");
    await w.kernelIsSelected();
    await w.runCell("tf.zeros");
    await w.command("AEN: Focus on Variables View");
    const row = (name: string | RegExp) => w.page.getByRole("treeitem", { name });
    await row(/^batch, Tensor float32\s+\[2, 16, 8\]\s+1\.0 kB/).waitFor();
    await row(/^options, Object\s+\{ seed: 7 \}/).waitFor();
    await row(/^count, number\s+1/).waitFor();
    await w.runCell("batch.dispose");
    await row(/^batch, Tensor float32 .*disposed/).waitFor();
    await row(/^count, number\s+2/).waitFor();
    await w.command("AEN: Restart Kernel");
    await w.page.locator(".monaco-dialog-box").getByRole("button", { name: "Restart", exact: true }).click();
    await row(/^batch/).waitFor({ state: "detached" });
  });

  it("write the notebook in front as one HTML file", async () => {
    await w.openFile("variables.ipynb");
    await w.kernelIsSelected();
    await w.runCell("told in the page");
    await w.output("told in the page");
    await w.command("AEN: Export Notebook as HTML");
    const file = path.join(opened.folder, "variables.html");
    const name = w.page.locator(".quick-input-widget input").first();
    await until("VS Code asks where to write", async () => (await name.inputValue()) === file);
    await name.press("Enter");
    await w.notification(`Wrote ${file}`).waitFor();
    const page = readFileSync(file, "utf8");
    assert.match(page, /^<!doctype html>/i);
    assert.match(page, /told in the page/);
    assert.doesNotMatch(page, /<(script|link|img)[^>]+(src|href)="https?:/);
  });

  it("install a kernel that Jupyter finds and runs", async function () {
    await w.command("AEN: Install Jupyter Kernel");
    await w.notification("JupyterLab and Jupyter Notebook now offer the kernel").waitFor();
    const data = path.join(opened.code.folder, "data", "jupyter");
    const spec = path.join(data, "kernels", "aen", "kernel.json");
    const { argv } = JSON.parse(readFileSync(spec, "utf8")) as { argv: string[] };
    assert.ok(argv.slice(0, 2).every(existsSync), argv.join(" "));
    const python = "/usr/bin/python3";
    if (spawnSync(python, ["-c", "import jupyter_client"]).status !== 0)
      skipBecause(this, "python3-jupyter-client is not installed");
    const env = { ...process.env, JUPYTER_PATH: data };
    const { stdout, stderr } = spawnSync(python, ["-c", runInJupyter], {
      env,
      encoding: "utf8",
      timeout: 120_000,
    });
    assert.match(stdout, /from Jupyter 42/, stderr);
  });
});
