import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, realpathSync, writeFileSync } from "node:fs";
import path from "node:path";
import { type Notebook, writeNotebook } from "../../../kernel/notebook/notebookFile.js";
import { temporaryFolder } from "../../temporaryFolder.js";
import { codeCell, notebookOf } from "../notebook/cell.js";

const cli = path.resolve("dist/kernel/cli.js");

describe("aen run", () => {
  const folder = temporaryFolder();
  const file = path.join(folder, "study.ipynb");
  const output = path.join(folder, "out", "study.ipynb");
  const html = path.join(folder, "out", "study.html");

  const aenWith = (input: string, ...args: string[]) =>
    spawnSync(process.execPath, [cli, "run", file, ...args], { encoding: "utf8", timeout: 50_000, input });
  const aen = (...args: string[]) => aenWith("", ...args);
  const errorsIn = (written: string) =>
    (JSON.parse(readFileSync(written, "utf8")) as Notebook).cells.map((cell) =>
      (cell.outputs ?? []).flatMap((each) => (each.output_type === "error" ? [each.ename] : [])),
    );

  it("runs the cells, prints what they print, and writes the notebook and its page", async () => {
    const cells = [
      codeCell("let n = 3;", ["parameters"]),
      codeCell("console.log(`n is ${n} in ${process.cwd()}`);"),
      codeCell("n * 2"),
    ];
    await writeNotebook(file, notebookOf(...cells));
    const { stdout, stderr, status } = aen("-p", "n=5");
    assert.equal(status, 0, stderr);
    assert.ok(stdout.startsWith(`n is 5 in ${realpathSync(folder)}\n10\n`), "in the notebook's folder");
    assert.match(stderr, /\[4\/4\] ok after [\d.]+ s/);
    const executed = JSON.parse(readFileSync(output, "utf8")) as Notebook;
    assert.deepEqual(
      executed.cells.map(({ execution_count }) => execution_count),
      [1, 2, 3, 4],
    );
    assert.match(readFileSync(html, "utf8"), /n is 5/);
  });

  it("stops at the first failing cell, and writes the outputs until then and its error", async () => {
    await writeNotebook(
      file,
      notebookOf(
        codeCell('console.log("early")'),
        codeCell('throw new Error("no more");'),
        codeCell('console.log("late")'),
      ),
    );
    const { stdout, stderr, status } = aen();
    assert.equal(status, 1);
    assert.match(stderr, /Error: no more/);
    assert.match(stderr, /Cell 2 of 3 \(throw new Error\("no more"\);\) failed: Error: no more\./);
    assert.match(stderr, /They end with cell 2, which did not succeed/);
    assert.doesNotMatch(stdout, /late/);
    const { cells } = JSON.parse(readFileSync(output, "utf8")) as Notebook;
    assert.deepEqual(
      cells.map(({ outputs }) => outputs?.map(({ output_type }) => output_type)),
      [["stream"], ["error"], []],
    );
    assert.match(readFileSync(html, "utf8"), /no more/);
  });

  it("survives a cell that ends its process, as a full heap does, and marks it in the notebook", async () => {
    const ended = path.join(folder, "ended.ipynb");
    await writeNotebook(
      file,
      notebookOf(
        codeCell('console.log("hours of work")'),
        codeCell('require("node:child_process").execSync(`kill -9 ${process.pid}`)'),
      ),
    );
    const { status, stderr } = aen("--output", ended);
    assert.equal(status, 1);
    assert.match(stderr, /Cell 2 of 2 .* ended the kernel: The kernel has died/);
    assert.deepEqual(errorsIn(ended), [[], ["KernelDied"]]);
    assert.match(readFileSync(ended, "utf8"), /hours of work/);
  });

  it("ends cells that wait for what cannot come, says so, and lets unreferenced timers fire", async () => {
    const ask = `const { createInterface } = await import("node:readline/promises");
      await createInterface({ input: process.stdin }).question("");`;
    const timers = `await new Promise<void>((next) => setTimeout(next, 2500).unref());
      await (await import("node:timers/promises")).setTimeout(2500, 0, { ref: false });`;
    await writeNotebook(
      file,
      notebookOf(...["await new Promise(() => {})", ask, timers].map((each) => codeCell(each))),
    );
    const { status, stderr } = aen("--allow-errors");
    assert.equal(status, 1);
    assert.match(stderr, /Cell 1 of 3 .* failed: NeverEnds: The cell waits for something that cannot come/);
    assert.match(stderr, /2 of 3 cells did not succeed: 1, 2\./);
    assert.deepEqual(errorsIn(output), [["NeverEnds"], ["NeverEnds"], []]);
  });

  it("answers input() and process.stdin with the lines that are piped to it, until they end", async () => {
    const ask = `const { createInterface } = await import("node:readline/promises");
      const reader = createInterface({ input: process.stdin }); console.log(await reader.question("")); reader.close();`;
    await writeNotebook(
      file,
      notebookOf(codeCell('await input("Name? ")'), codeCell(ask), codeCell("await input()")),
    );
    const { stdout, stderr, status } = aenWith("Ada\nLovelace\n");
    assert.match(stdout, /'Ada'\nLovelace\n/);
    assert.match(
      stderr,
      /Cell 3 of 3 .*input\(\) has no answer: the standard input of this program has ended/,
    );
    assert.equal(status, 1);
  });

  it("goes on when nobody reads what it prints any more", async () => {
    const cells = ["for (let i = 0; i < 20_000; i++) console.log('x'.repeat(110))", "console.log('the end')"];
    await writeNotebook(file, notebookOf(...cells.map((each) => codeCell(each))));
    const piped = `set -o pipefail; "$0" "$1" run "$2" | head -1`;
    const { stdout, stderr, status } = spawnSync("bash", ["-c", piped, process.execPath, cli, file], {
      encoding: "utf8",
      timeout: 50_000,
    });
    assert.equal(stdout, `${"x".repeat(110)}\n`);
    assert.equal(status, 0, stderr);
    assert.match(stderr, /Nobody reads this output any more/);
    const [first, last] = (JSON.parse(readFileSync(output, "utf8")) as Notebook).cells;
    assert.equal(JSON.stringify(first.outputs).length > 2_200_000, true);
    assert.match(JSON.stringify(last.outputs), /the end/);
  });

  it("fails when something throws behind a cell that succeeds", async () => {
    const behind =
      'setTimeout(() => { throw new Error("late") }, 1); await new Promise((next) => setTimeout(next, 30))';
    await writeNotebook(
      file,
      notebookOf(codeCell(behind), codeCell('void Promise.reject(new Error("at the end"))')),
    );
    const { stderr, status } = aen();
    assert.equal(status, 1);
    assert.match(stderr, /Cell 1 of 2 .* left something running that failed: Error: late\./);
    assert.match(stderr, /Cell 2 of 2 .* left something running that failed: Error: at the end\./);
    assert.deepEqual(errorsIn(output), [["Error"], ["Error"]]);
  });

  it("takes parameters from files, and says what does not fit before it runs anything", async () => {
    const yaml = path.join(folder, "values.yaml");
    writeFileSync(yaml, 'id: "007"\nn: 5\n');
    const declared = codeCell('let id = "a", n = 1, list: { a: number }[] = [];', ["parameters"]);
    await writeNotebook(file, notebookOf(declared, codeCell("console.log(id, n, list, process.cwd())")));
    const { stdout, stderr, status } = aen(
      "-f",
      yaml,
      "-p",
      "n=0x10",
      "-p",
      'list=[{"a":1}]',
      "--cwd",
      process.cwd(),
    );
    assert.equal(status, 0, stderr);
    const printed = `007 16 [ { a: 1 } ] ${process.cwd()}\nWrote`;
    assert.ok(stdout.startsWith(printed), `the injected cell prints nothing: ${stdout}`);
    const wrong = aen("-p", 'list=[{"a":"b"}]');
    assert.equal(wrong.stderr, "aen: -p list: Type 'string' is not assignable to type 'number'.\n");
    assert.equal(wrong.status, 1);
  });

  it("tells once that outputs cannot be written between cells, runs them all, and then fails", async () => {
    await writeNotebook(file, notebookOf(codeCell("1"), codeCell("2"), codeCell('console.log("last")')));
    const taken = path.join(file, "below.ipynb");
    const { stdout, stderr, status } = aen("--output", taken);
    assert.match(stdout, /last/);
    assert.equal(stderr.match(/outputs so far could not be written/g)?.length, 1);
    assert.equal(status, 1);
  });

  it("ends with the exit code that cells set, also at the exit, unless a cell fails", async () => {
    const atExit = 'process.on("exit", () => void (process.exitCode = Number(process.exitCode) + 1));';
    const ends: [cells: string[], status: number, said: RegExp][] = [
      [["process.exitCode = 3;", atExit], 4, /All cells succeeded; they have set process\.exitCode to 4\./],
      [["process.exitCode = 3;", 'throw new Error("no more");'], 1, /They end with cell 2/],
    ];
    for (const [cells, code, said] of ends) {
      await writeNotebook(file, notebookOf(...cells.map((source) => codeCell(source))));
      const { status, stderr } = aen();
      assert.equal(status, code, stderr);
      assert.match(stderr, said);
      assert.ok(existsSync(output));
    }
  });

  it("continues after errors with --allow-errors, and saves them in the notebook", async () => {
    await writeNotebook(
      file,
      notebookOf(codeCell('throw new Error("no more");'), codeCell('console.log("late")')),
    );
    const { stdout, status } = aen("--allow-errors");
    assert.equal(status, 1);
    assert.match(stdout, /late/);
    const executed = JSON.parse(readFileSync(output, "utf8")) as Notebook;
    assert.equal(executed.cells[0].outputs?.[0].output_type, "error");
  });

  it("stops at a type error, unless --type-errors warn asks for no more than a warning", async () => {
    await writeNotebook(file, notebookOf(codeCell('const n: string = 3;\nconsole.log("n is", n);')));
    assert.equal(aen().status, 1);
    const { stdout, stderr, status } = aen("--type-errors", "warn");
    assert.equal(status, 0);
    assert.match(stdout, /n is 3/);
    assert.match(stderr, /error TS2322/);
    assert.match(aen("--type-errors", "ignore").stderr, /Allowed choices are stop, warn/);
  });

  it("stops a cell that takes longer than the limit, also in a loop that nothing reaches from within", async () => {
    await writeNotebook(
      file,
      notebookOf(codeCell("for (;;) {}"), codeCell("setInterval(() => {}, 9); await new Promise(() => {})")),
    );
    const { stderr, status } = aen("--timeout", "1", "--total-timeout", "30", "--allow-errors");
    assert.equal(status, 1);
    assert.match(stderr, /Cell 1 of 2 \(for \(;;\) \{\}\) was stopped: it took longer than 1 s\./);
    assert.match(stderr, /Cell 2 of 2 .* was stopped: it took longer than 1 s\./);
    assert.deepEqual(errorsIn(output), [["Timeout"], ["Timeout"]]);
  });

  it("ends at Ctrl+C", async () => {
    const waiting = 'console.log("on");\nawait new Promise(() => setInterval(() => {}, 1000));';
    await writeNotebook(file, notebookOf(codeCell(waiting)));
    const child = spawn(process.execPath, [cli, "run", file], { stdio: ["ignore", "pipe", "ignore"] });
    await once(child.stdout, "data");
    child.kill("SIGINT");
    const [status] = (await once(child, "exit")) as [number];
    assert.equal(status, 1);
  });

  it("says what is wrong with its arguments", () => {
    assert.match(aen("-p", "n").stderr, /-p n: expected name=value/);
    assert.match(aen("--cwd", path.join(folder, "none")).stderr, /--cwd .*none: there is no such folder/);
    assert.match(aen("--timeout", "soon").stderr, /expected a number of seconds above 0/);
    const none = path.join(folder, "none.ipynb");
    const absent = spawnSync(process.execPath, [cli, "run", none], { encoding: "utf8", timeout: 50_000 });
    assert.match(absent.stderr, /^aen: .*none\.ipynb does not exist/m);
    assert.equal(absent.status, 1);
    assert.equal(existsSync(path.join(folder, "out", "none.ipynb")), false);
  });

  it("refuses a notebook in another language, and writes nothing", async () => {
    const python = path.join(folder, "python.ipynb");
    const kernelspec = { name: "python3", language: "python" };
    await writeNotebook(python, { ...notebookOf(codeCell("import os")), metadata: { kernelspec } });
    const refused = spawnSync(process.execPath, [cli, "run", python], { encoding: "utf8", timeout: 50_000 });
    assert.match(refused.stderr, /^aen: .*python\.ipynb is a notebook in python/m);
    assert.equal(refused.status, 1);
    assert.equal(existsSync(path.join(folder, "out", "python.ipynb")), false);
  });
});
