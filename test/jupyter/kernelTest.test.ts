import assert from "node:assert/strict";
import { execFile, execFileSync } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import { describe, it } from "mocha";
import { temporaryFolder } from "../temporaryFolder.js";
import { pythonWithPackages } from "./pythonPackages.js";

describe("Jupyter's own tests of kernels", function () {
  this.timeout(600_000);
  const folder = temporaryFolder();

  it("all pass", async function () {
    const python = pythonWithPackages(this);
    execFileSync(process.execPath, ["esbuild.config.js", "--if-stale", "--no-types"]);
    execFileSync(process.execPath, ["dist/kernel/cli.js", "jupyter", "install", "--prefix", folder]);
    const JUPYTER_PATH = path.join(folder, "share", "jupyter");
    const env = { ...process.env, JUPYTER_PATH, PYTHONDONTWRITEBYTECODE: "1" };
    const program = path.resolve("test/jupyter/kernel_test.py");
    const { stdout, stderr } = await promisify(execFile)(python, [program], { cwd: folder, env });
    const { ran, failed, skipped } = JSON.parse(stdout.trim().split("\n").at(-1)!) as Record<string, unknown>;
    assert.deepEqual(failed, [], stderr);
    assert.deepEqual(skipped, { test_pager: "No code page something" });
    assert.equal(ran, 13);
  });
});
