import assert from "node:assert/strict";
import { execFile, execFileSync } from "node:child_process";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { skipBecause } from "../skipBecause.js";
import { temporaryFolder } from "../temporaryFolder.js";
import { pythonWithPackages } from "./pythonPackages.js";

const run = promisify(execFile);

/** Finds the Python of a generation of Jupyter's clients; tests are left out, saying why, where there is none. */
type FindPython = (context: Mocha.Context) => string;

/** Programs that run a notebook, with their arguments; of PyPI's generation alone. */
const programs = {
  papermill: ["p.ipynb", "ran.ipynb", "--no-progress-bar"],
  "jupyter-execute": ["--output", "ran.ipynb", "p.ipynb"],
};

const generations: readonly (readonly [string, FindPython, Readonly<Record<string, readonly string[]>>])[] = [
  ["Debian's Jupyter clients", debiansPython, {}],
  ["Jupyter's clients of today, from PyPI", pythonWithPackages, programs],
];

function debiansPython(context: Mocha.Context): string {
  const python = "/usr/bin/python3";
  try {
    execFileSync(python, ["-c", "import jupyter_client, nbclient, nbconvert"], { stdio: "ignore" });
    return python;
  } catch {
    return skipBecause(context, "python3-jupyter-client, python3-nbclient or jupyter-nbconvert is missing");
  }
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- what a Python program saw, as JSON
type Seen = any;

for (const [name, findPython, runners] of generations)
  describe(`the kernel under ${name}`, function () {
    this.timeout(240_000);
    const folder = temporaryFolder();
    const env = {
      ...process.env,
      JUPYTER_PATH: path.join(folder, "share", "jupyter"),
      PYDEVD_DISABLE_FILE_VALIDATION: "1",
    };
    let python: string;
    let seen: Seen;

    before(async function () {
      python = findPython(this);
      execFileSync(process.execPath, ["esbuild.config.js", "--if-stale", "--no-types"]);
      execFileSync(process.execPath, ["dist/kernel/cli.js", "jupyter", "install", "--prefix", folder]);
      const { stdout } = await run(python, [path.resolve("test/jupyter/clients.py"), "aen"], {
        env,
        cwd: folder,
        maxBuffer: 1 << 26,
      });
      seen = JSON.parse(stdout.trim().split("\n").at(-1)!) as Seen;
    });

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
      const program = path.join(path.dirname(python), "jupyter-console");
      if (!existsSync(program)) skipBecause(this, "jupyter-console is missing");
      const asked = run(program, ["--kernel", "aen", "--simple-prompt"], {
        env,
        cwd: folder,
      });
      asked.child.stdin!.end("const six: number = 6\nsix * 7\n");
      const { stdout } = await asked;
      assert.match(stdout, /Out\[\d+\]: 42/);
    });

    it("runs a notebook under nbconvert, with counts, results and a readable error", async () => {
      writeNotebook("n.ipynb", [
        "const x: number = 20;\nx + 1",
        "console.log('printed')",
        "const y: string = x;",
      ]);
      const options = ["--to", "notebook", "--execute", "--allow-errors", "--output", "out.ipynb"];
      await run(python, ["-m", "nbconvert", ...options, "n.ipynb"], { cwd: folder, env });
      const cells = cellsOf("out.ipynb");
      assert.deepEqual(
        cells.map((each: Seen) => each.execution_count),
        [1, 2, 3],
      );
      assert.equal([cells[0].outputs[0].data["text/plain"]].flat().join(""), "21");
      assert.equal([cells[1].outputs[0].text].flat().join(""), "printed\n");
      assert.match(cells[2].outputs[0].traceback.join("\n"), /1:7 - error TS2322/);
    });

    for (const [program, words] of Object.entries(runners))
      it(`runs a notebook under ${program}`, async () => {
        writeNotebook("p.ipynb", ["const six = 6;", "six * 7"]);
        await run(path.join(path.dirname(python), program), words, { cwd: folder, env });
        const value = cellsOf("ran.ipynb")[1].outputs[0].data["text/plain"];
        rmSync(path.join(folder, "ran.ipynb"));
        assert.equal([value].flat().join(""), "42");
      });

    if ("papermill" in runners)
      it("runs a notebook with parameters under papermill, once it has learned TypeScript as README says", async () => {
        const [, lesson] = /^```python\n([^]*?papermill_translators[^]*?)^```/m.exec(
          readFileSync("README.md", "utf8"),
        )!;
        const declared =
          'let epochs = 1;\nlet name = "";\nlet rates: number[] = [];\nlet video: string | null = "a";';
        writeNotebook("q.ipynb", [declared, "[epochs + 1, name, rates, video]"], ["parameters"]);
        const values = `{"epochs": 20, "name": 'a"b', "rates": [0.1, 2.5], "video": None}`;
        const program = `${lesson}\nimport papermill\npapermill.execute_notebook("q.ipynb", "ran.ipynb", parameters=${values}, progress_bar=False)`;
        await run(python, ["-c", program], { cwd: folder, env });
        const value = cellsOf("ran.ipynb").at(-1).outputs[0].data["text/plain"];
        rmSync(path.join(folder, "ran.ipynb"));
        assert.equal([value].flat().join(""), `[ 21, 'a"b', [ 0.1, 2.5 ], null ]`);
      });

    function writeNotebook(name: string, sources: readonly string[], tags: readonly string[] = []): void {
      const cells = sources.map((source, i) => ({
        ...{ cell_type: "code", id: `cell-${i}`, source },
        ...{ metadata: i === 0 ? { tags } : {}, outputs: [], execution_count: null },
      }));
      const kernelspec = { name: "aen", display_name: "AEN (TypeScript)", language: "typescript" };
      const notebook = { cells, metadata: { kernelspec }, nbformat: 4, nbformat_minor: 5 };
      writeFileSync(path.join(folder, name), JSON.stringify(notebook));
    }

    function cellsOf(name: string): Seen {
      return (JSON.parse(readFileSync(path.join(folder, name), "utf8")) as Seen).cells;
    }
  });
