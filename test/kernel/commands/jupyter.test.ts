import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { temporaryFolder } from "../../temporaryFolder.js";

const cli = ["--import", "tsx", path.resolve("kernel/cli.ts"), "jupyter"];

describe("aen jupyter", function () {
  this.timeout(60_000);
  const prefix = temporaryFolder();
  const inPrefix = (...parts: string[]) => path.join(prefix, "share", "jupyter", ...parts);
  const aen = (...args: string[]) =>
    spawnSync(process.execPath, [...cli, ...args, "--prefix", prefix, "--name", "mine"], {
      encoding: "utf8",
    });

  it("installs a kernel and a template for nbconvert of one name, and takes both away", () => {
    const { status, stderr } = aen("install");
    assert.equal(status, 0, stderr);
    const spec = JSON.parse(readFileSync(inPrefix("kernels", "mine", "kernel.json"), "utf8")) as {
      language: string;
    };
    assert.equal(spec.language, "typescript");
    const template = readFileSync(inPrefix("nbconvert", "templates", "mine", "index.html.j2"), "utf8");
    assert.match(template, /block data_svg/);
    assert.equal(aen("uninstall").status, 0);
    assert.ok(!existsSync(inPrefix("kernels", "mine")));
    assert.ok(!existsSync(inPrefix("nbconvert", "templates", "mine")));
  });

  it("says so where there is no kernel to take away", () => {
    assert.match(aen("uninstall").stdout, /nothing to do/);
  });
});
