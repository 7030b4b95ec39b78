import assert from "node:assert/strict";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { checkJupyter } from "../../../kernel/doctor/jupyter.js";
import { skipBecause } from "../../skipBecause.js";
import { temporaryFolder } from "../../temporaryFolder.js";
import { fakeProgram, withPath } from "./fakePrograms.js";

describe("the doctor on Jupyter", () => {
  const folder = temporaryFolder();
  const data = path.join(folder, "data");
  const views = path.join(data, "labextensions", "aen-notebook");
  before(function () {
    if (process.platform === "win32") skipBecause(this as unknown as Mocha.Context, "scripts of the shell");
  });
  const found = () => withPath(folder, checkJupyter);

  /** A `jupyter` with these kernels and these lines of versions. */
  function jupyter(kernels: readonly string[], ...versions: string[]): void {
    const list = JSON.stringify({ kernelspecs: Object.fromEntries(kernels.map((name) => [name, {}])) });
    const paths = JSON.stringify({ data: [path.join(folder, "nowhere"), data] });
    const table = ["Selected Jupyter core packages...", "nbformat : 5.11.1", ...versions].join("\\n");
    const answers = `kernelspec) echo '${list}';; --paths) echo '${paths}';; *) printf '${table}\\n';;`;
    fakeProgram(folder, "jupyter", `case "$1" in ${answers} esac`);
  }

  it("says how to get one where there is none", async () => {
    rmSync(path.join(folder, "jupyter"), { force: true });
    assert.match((await found()).remedy!, /pip install jupyterlab/);
  });

  it("distinguishes one with our kernel and one without it", async () => {
    jupyter(["python3"]);
    const without = await found();
    assert.deepEqual([without.state, without.detail], ["missing", "found, without the AEN kernel"]);
    assert.match(without.remedy!, /aen jupyter install/);
    jupyter(["python3", "aen"]);
    assert.deepEqual(await found(), {
      subject: "Jupyter",
      state: "ready",
      detail: "found, with the AEN kernel",
    });
  });

  it("names the front ends, and asks for the views where they could be shown", async () => {
    jupyter(["aen"], "jupyterlab       : 4.6.6", "notebook         : 7.6.5");
    const without = await found();
    assert.equal(without.state, "missing");
    assert.match(without.detail, /^JupyterLab 4\.6\.6, Notebook 7\.6\.5, .* without its views/);
    mkdirSync(views, { recursive: true });
    writeFileSync(path.join(views, "package.json"), "{}");
    const { state, detail } = await found();
    assert.deepEqual([state, detail], ["ready", "JupyterLab 4.6.6, Notebook 7.6.5, with the AEN kernel"]);
    rmSync(views, { recursive: true });
  });

  it("asks for no views where the front ends are older, or not installed", async () => {
    jupyter(["aen"], "jupyterlab : not installed", "notebook : 6.4.12");
    assert.deepEqual(
      [(await found()).state, (await found()).detail],
      ["ready", "Notebook 6.4.12, with the AEN kernel"],
    );
  });

  it("takes one that cannot list its kernels for one without ours", async () => {
    fakeProgram(folder, "jupyter", '[ "$1" = kernelspec ] && exit 1 || echo 4.12.1');
    assert.equal((await found()).detail, "found, without the AEN kernel");
    fakeProgram(folder, "jupyter", "echo no JSON");
    assert.equal((await found()).detail, "found, without the AEN kernel");
  });
});
