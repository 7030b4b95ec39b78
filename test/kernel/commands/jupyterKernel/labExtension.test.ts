import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { kernelSpec } from "../../../../kernel/commands/jupyterKernel/kernelSpec.js";
import {
  installLabExtension,
  labExtensionFolder,
  uninstallLabExtension,
} from "../../../../kernel/commands/jupyterKernel/labExtension.js";
import { withAnyFailure } from "../../files/failingAsyncDisk.js";
import { temporaryFolder } from "../../../temporaryFolder.js";

describe("the views' extension of JupyterLab", function () {
  this.timeout(120_000);
  const place = temporaryFolder();
  let data: string;
  const inFolder = (...parts: string[]) => path.join(labExtensionFolder(data), ...parts);
  before(() => execFileSync(process.execPath, ["esbuild.config.js", "--if-stale", "--no-types"]));
  beforeEach(() => (data = path.join(place, `data-${readdirSync(place).length}`)));

  it("is described as JupyterLab expects it, with a script that exists", async () => {
    assert.equal(await installLabExtension(data), inFolder());
    const { name, jupyterlab } = JSON.parse(readFileSync(inFolder("package.json"), "utf8")) as {
      name: string;
      jupyterlab: { extension: boolean; _build: { load: string; extension: string } };
    };
    assert.deepEqual(
      [name, jupyterlab.extension, jupyterlab._build.extension],
      ["aen-notebook", true, "./extension"],
    );
    const script = readFileSync(inFolder(jupyterlab._build.load), "utf8");
    for (const word of ["_JUPYTERLAB", "aen-notebook", "extension.lab.js"])
      assert.ok(script.includes(word), word);
  });

  it("has every script that its scripts load, and is below 3 MB without Plotly", async () => {
    await installLabExtension(data);
    const scripts = readdirSync(inFolder("static"), { recursive: true, encoding: "utf8" }).filter((file) =>
      file.endsWith(".js"),
    );
    let size = 0;
    for (const script of scripts) {
      const text = readFileSync(inFolder("static", script), "utf8");
      if (!/plotly/.test(script)) size += text.length;
      for (const [, loaded] of text.matchAll(/(?:from|import)\s*\(?"(\.[^"]+)"/g))
        assert.ok(existsSync(inFolder("static", path.dirname(script), loaded)), `${script} loads ${loaded}`);
    }
    assert.ok(size < 3_000_000, String(size));
  });

  it("takes the place of its older version whole", async () => {
    await installLabExtension(data);
    writeFileSync(inFolder("static", "chunks", "old.js"), "");
    await installLabExtension(data);
    assert.ok(!existsSync(inFolder("static", "chunks", "old.js")));
  });

  it("is the old or the new one whichever call to the disk fails, and the next installation works", async () => {
    const install = () => installLabExtension(data);
    await install();
    const scripts = () => {
      const { jupyterlab } = JSON.parse(readFileSync(inFolder("package.json"), "utf8")) as {
        jupyterlab: { _build: { load: string } };
      };
      return readdirSync(inFolder(jupyterlab._build.load.split("/")[0]), { recursive: true }).length;
    };
    const all = scripts();
    const { made } = await withAnyFailure(null, install);
    for (let at = 1; at <= made; at++) {
      await withAnyFailure({ at, code: "ENOSPC", forGood: at % 2 === 0 }, install);
      assert.equal(scripts(), all, `call ${at}`);
    }
    await install();
    assert.equal(readdirSync(inFolder()).filter((name) => name.startsWith("static")).length, 1);
  });

  it("is installed where an installation has been cut short before", async () => {
    mkdirSync(inFolder("static", "chunks"), { recursive: true });
    writeFileSync(inFolder("package.json.1-2.partial"), "{");
    assert.equal(await installLabExtension(data), inFolder());
  });

  it("leaves what others have put there, and names it", async () => {
    mkdirSync(inFolder(), { recursive: true });
    writeFileSync(inFolder("package.json"), JSON.stringify({ name: "aen-notebook" }));
    await assert.rejects(installLabExtension(data), /an extension that aen has not installed/);
    assert.equal(await uninstallLabExtension(data), null);
    assert.ok(existsSync(inFolder("package.json")));
  });

  it("stays while a kernel of ours needs it, and goes with the last", async () => {
    await installLabExtension(data);
    const kernel = path.join(data, "kernels", "mine");
    mkdirSync(kernel, { recursive: true });
    writeFileSync(path.join(kernel, "kernel.json"), JSON.stringify(kernelSpec()));
    assert.equal(await uninstallLabExtension(data), null);
    writeFileSync(path.join(kernel, "kernel.json"), JSON.stringify({ argv: ["python"] }));
    assert.equal(await uninstallLabExtension(data), inFolder());
    assert.ok(!existsSync(inFolder()));
  });
});
