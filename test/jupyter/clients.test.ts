import assert from "node:assert/strict";
import { execFile, execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { after, before, describe, it } from "mocha";

const python = "/usr/bin/python3";
const run = promisify(execFile);

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- what a Python program saw, as JSON
type Seen = any;

describe("the kernel under Debian's Jupyter clients", function () {
  this.timeout(240_000);
  const folder = mkdtempSync(path.join(tmpdir(), "aen-jupyter-"));
  const env = {
    ...process.env,
    JUPYTER_PATH: path.join(folder, "share", "jupyter"),
    PYDEVD_DISABLE_FILE_VALIDATION: "1",
  };
  let seen: Seen;

  before(async function () {
    try {
      execFileSync(python, ["-c", "import jupyter_client, nbclient, nbconvert"], { stdio: "ignore" });
    } catch {
      console.log("      skipped: python3-jupyter-client, python3-nbclient or jupyter-nbconvert is missing");
      return this.skip();
    }
    execFileSync(process.execPath, ["esbuild.config.js", "--if-stale", "--no-types"]);
    execFileSync(process.execPath, ["dist/kernel/cli.js", "jupyter", "install", "--prefix", folder]);
    const { stdout } = await run(python, [path.resolve("test/jupyter/clients.py"), "aen"], {
      env,
      cwd: folder,
      maxBuffer: 1 << 26,
    });
    seen = JSON.parse(stdout.trim().split("\n").at(-1)!) as Seen;
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it("introduces itself", () => {
    assert.equal(seen.info.protocol_version, "5.4");
    assert.equal(seen.info.language_info.name, "typescript");
    assert.equal(seen.info.language_info.file_extension, ".ts");
  });

  it("sends execute_input, execute_result and idle, and answers user expressions", () => {
    assert.deepEqual(seen.first.types, ["status", "execute_input", "execute_result", "status"]);
    assert.equal(seen.first.reply.status, "ok");
    assert.equal(seen.first.reply.user_expressions.three.data["text/plain"], "3");
    assert.equal(seen.first.reply.user_expressions.bad.status, "error");
  });

  it("sends errors with the cell's own lines, and nothing for silent cells", () => {
    assert.deepEqual(seen.error.types, ["status", "execute_input", "error", "status"]);
    assert.deepEqual(seen.error.reply.traceback, ["RangeError: too far", "    at Cell [2]:1:7"]);
    assert.deepEqual(seen.silent, ["status", "status"]);
  });

  it("loses nothing of a hundred thousand lines, ten megabytes and a thousand updates", () => {
    assert.equal(seen.lines.complete, true);
    assert.equal(seen.lines.last, "status");
    assert.equal(seen.megabytes, 10_000_000);
    assert.equal(seen.updates.types, 1000);
    assert.deepEqual(seen.updates.last.data, { "text/plain": "1000" });
    assert.equal(seen.updates.last.transient.display_id, "d");
    assert.ok(seen.clear.includes("clear_output"));
  });

  it("completes (in code points), inspects, judges completeness, remembers and lists comms", () => {
    assert.deepEqual(seen.complete.matches, ["toFixed"]);
    assert.deepEqual([seen.complete.cursor_start, seen.complete.cursor_end], [19, 23]);
    assert.match(seen.inspect.data["text/plain"], /const one: 1/);
    assert.deepEqual(seen.is_complete, ["complete", "incomplete", "invalid"]);
    assert.equal(seen.history.length, 2);
    assert.deepEqual(seen.comm_info.comms, {});
    assert.equal(seen.debug.success, false);
  });

  it("asks on stdin", () => {
    assert.deepEqual(seen.stdin, { prompt: "Name? ", password: false });
    assert.equal(seen.stdin_result, "'Ada'");
  });

  it("ignores forged and malformed messages", () => {
    assert.equal(seen.forged["text/plain"], "false");
  });

  it("stops whatever runs, and keeps every variable", () => {
    for (const [name, [ename]] of Object.entries(seen.stops as Record<string, [string, number]>))
      assert.equal(ename, "Interrupted", name);
    assert.deepEqual(seen.after_stops, ["[ 1, 1 ]"]);
    assert.equal(seen.heartbeat, true);
  });

  it("shuts down when asked to", () => {
    assert.equal(seen.shutdown, "shutdown_reply");
    assert.equal(seen.gone, true);
  });

  it("answers in jupyter-console", async function () {
    if (!existsSync("/usr/bin/jupyter-console")) {
      console.log("      skipped: the Debian package jupyter-console is missing");
      this.skip();
    }
    const asked = run("/usr/bin/jupyter-console", ["--kernel", "aen", "--simple-prompt"], {
      env,
      cwd: folder,
    });
    asked.child.stdin!.end("const six: number = 6\nsix * 7\n");
    const { stdout } = await asked;
    assert.match(stdout, /Out\[\d+\]: 42/);
  });

  it("runs a notebook under nbconvert, with counts, results and a readable error", async () => {
    const cell = (source: string) => ({
      cell_type: "code",
      source,
      metadata: {},
      outputs: [],
      execution_count: null,
    });
    const notebook = {
      cells: [
        cell("const x: number = 20;\nx + 1"),
        cell("console.log('printed')"),
        cell("const y: string = x;"),
      ],
      metadata: { kernelspec: { name: "aen", display_name: "AEN (TypeScript)", language: "typescript" } },
      nbformat: 4,
      nbformat_minor: 4,
    };
    writeFileSync(path.join(folder, "n.ipynb"), JSON.stringify(notebook));
    await run(
      python,
      [
        "-m",
        "nbconvert",
        "--to",
        "notebook",
        "--execute",
        "--allow-errors",
        "--output",
        "out.ipynb",
        "n.ipynb",
      ],
      { cwd: folder, env },
    );
    const { cells } = JSON.parse(readFileSync(path.join(folder, "out.ipynb"), "utf8")) as Seen;
    assert.deepEqual(
      cells.map((each: Seen) => each.execution_count),
      [1, 2, 3],
    );
    assert.deepEqual([cells[0].outputs[0].data["text/plain"]].flat().join(""), "21");
    assert.deepEqual([cells[1].outputs[0].text].flat().join(""), "printed\n");
    assert.match(cells[2].outputs[0].traceback.join("\n"), /1:7 - error TS2322/);
  });
});
