import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
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

  const aen = (...args: string[]) =>
    spawnSync(process.execPath, [cli, "run", file, ...args], { encoding: "utf8", timeout: 50_000 });

  it("runs the cells, prints what they print, and writes the notebook and its page", async () => {
    const cells = [
      codeCell("let n = 3;", ["parameters"]),
      codeCell("console.log(`n is ${n}`);"),
      codeCell("n * 2"),
    ];
    await writeNotebook(file, notebookOf(...cells));
    const { stdout, stderr, status } = aen("-p", "n=5");
    assert.equal(status, 0, stderr);
    assert.match(stdout, /n is 5\n10\n/);
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
    assert.match(stderr, /Cell 2 of 3 failed/);
    assert.match(stderr, /They end with cell 2, which did not succeed/);
    assert.doesNotMatch(stdout, /late/);
    const { cells } = JSON.parse(readFileSync(output, "utf8")) as Notebook;
    assert.deepEqual(
      cells.map(({ outputs }) => outputs?.map(({ output_type }) => output_type)),
      [["stream"], ["error"], []],
    );
    assert.match(readFileSync(html, "utf8"), /no more/);
  });

  it("keeps the outputs of the cells before one that ends the process, as a full heap does", async () => {
    const ended = path.join(folder, "ended.ipynb");
    await writeNotebook(
      file,
      notebookOf(codeCell('console.log("hours of work")'), codeCell('process.kill(process.pid, "SIGKILL")')),
    );
    assert.equal(aen("--output", ended).signal, "SIGKILL");
    const { cells } = JSON.parse(readFileSync(ended, "utf8")) as Notebook;
    assert.match(JSON.stringify(cells[0].outputs), /hours of work/);
    assert.deepEqual(cells[1].outputs, []);
  });

  it("tells once that outputs cannot be written between cells, runs them all, and then fails", async () => {
    await writeNotebook(file, notebookOf(codeCell("1"), codeCell("2"), codeCell('console.log("last")')));
    const taken = path.join(file, "below.ipynb");
    const { stdout, stderr, status } = aen("--output", taken);
    assert.match(stdout, /last/);
    assert.equal(stderr.match(/outputs so far could not be written/g)?.length, 1);
    assert.equal(status, 1);
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

  it("stops a cell that takes longer than the limit", async () => {
    await writeNotebook(file, notebookOf(codeCell("await new Promise(() => setInterval(() => {}, 1000));")));
    const { stderr, status } = aen("--timeout", "1");
    assert.equal(status, 1);
    assert.match(stderr, /Cell 1 of 1 was stopped: it took longer than 1 s/);
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
    assert.match(aen("--timeout", "soon").stderr, /expected a number of seconds above 0/);
    const none = path.join(folder, "none.ipynb");
    const absent = spawnSync(process.execPath, [cli, "run", none], { encoding: "utf8", timeout: 50_000 });
    assert.match(absent.stderr, /^aen: .*none\.ipynb does not exist/m);
    assert.equal(absent.status, 1);
    assert.equal(existsSync(path.join(folder, "out", "none.ipynb")), false);
  });
});
