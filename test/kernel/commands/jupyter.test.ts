import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { temporaryFolder } from "../../temporaryFolder.js";

const cli = ["--import", "tsx", path.resolve("kernel/cli.ts"), "jupyter"];

describe("aen jupyter", function () {
  this.timeout(60_000);
  const prefix = temporaryFolder();
  const inPrefix = (...parts: string[]) => path.join(prefix, "share", "jupyter", ...parts);
  const aen = (command: string, name = "mine", place = prefix, ...more: string[]) =>
    spawnSync(process.execPath, [...cli, command, "--prefix", place, "--name", name, ...more], {
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

  it("installs a kernel that runs cells in spite of type errors, where asked to", () => {
    assert.equal(aen("install", "lenient", prefix, "--type-errors", "warn").status, 0);
    const { argv } = JSON.parse(readFileSync(inPrefix("kernels", "lenient", "kernel.json"), "utf8")) as {
      argv: string[];
    };
    assert.deepEqual(argv.slice(-3), ["{connection_file}", "--type-errors", "warn"]);
    assert.equal(aen("uninstall", "lenient").status, 0);
  });

  it("installs where an installation has been cut short before", () => {
    const folder = inPrefix("kernels", "mine");
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, "kernel.json.1-2.partial"), "{");
    assert.equal(aen("install").status, 0);
    assert.equal(aen("uninstall").status, 0);
  });

  it("says so where there is no kernel to take away", () => {
    assert.match(aen("uninstall").stdout, /nothing to do/);
  });

  it("neither overwrites nor removes what others have installed", () => {
    const foreign = inPrefix("kernels", "python3");
    mkdirSync(foreign, { recursive: true });
    const spec = JSON.stringify({
      argv: ["python", "-m", "ipykernel_launcher"],
      metadata: { debugger: true },
    });
    writeFileSync(path.join(foreign, "kernel.json"), spec);
    for (const command of ["install", "uninstall"]) {
      const { status, stderr } = aen(command, "python3");
      assert.equal(status, 1);
      assert.match(stderr, /a kernel that aen has not installed.*jupyter kernelspec remove python3/s);
    }
    assert.equal(readFileSync(path.join(foreign, "kernel.json"), "utf8"), spec);
    const template = inPrefix("nbconvert", "templates", "lab");
    mkdirSync(template, { recursive: true });
    writeFileSync(path.join(template, "index.html.j2"), "theirs");
    assert.match(aen("install", "lab").stderr, /a template that aen has not installed/);
    assert.equal(readFileSync(path.join(template, "index.html.j2"), "utf8"), "theirs");
  });

  it("leaves what others have put beside its files, and says so", () => {
    assert.equal(aen("install").status, 0);
    writeFileSync(inPrefix("kernels", "mine", "notes.txt"), "notes");
    assert.match(aen("uninstall").stdout, /holds other files and stays/);
    assert.equal(readFileSync(inPrefix("kernels", "mine", "notes.txt"), "utf8"), "notes");
  });

  for (const name of [".", "..", "...", "../kernels", "a/b", "a b", ""])
    it(`refuses the name ${JSON.stringify(name)}`, () => {
      mkdirSync(inPrefix("kernels"), { recursive: true });
      writeFileSync(inPrefix("kernels", "kernel.json"), "{}");
      for (const command of ["install", "uninstall"])
        assert.match(aen(command, name).stderr, /A kernel's name may contain only/);
      assert.ok(existsSync(inPrefix("kernels", "kernel.json")));
    });

  it("ends with a message where no folder can be made", function () {
    if (process.platform !== "linux") this.skip();
    const { status, stderr } = aen("install", "mine", "/proc/nowhere");
    assert.equal(status, 1);
    assert.match(stderr, /ENOENT/);
  });
});
