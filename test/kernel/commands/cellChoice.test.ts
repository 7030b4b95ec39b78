import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { type Notebook, wholeText, writeNotebook } from "../../../kernel/notebook/notebookFile.js";
import { temporaryFolder } from "../../temporaryFolder.js";
import { codeCell, notebookOf } from "../notebook/cell.js";

const cli = path.resolve("dist/kernel/cli.js");

describe("aen run --stale", function () {
  this.timeout(300_000);
  const folder = temporaryFolder();
  const file = path.join(folder, "study.ipynb");
  const output = path.join(folder, "out", "study.ipynb");

  function aen(...args: string[]) {
    const ran = spawnSync(process.execPath, [cli, "run", ...args], { encoding: "utf8", timeout: 100_000 });
    return {
      ...ran,
      printed: ran.stdout
        .split("\n")
        .filter((line) => line.startsWith("cell"))
        .join(),
    };
  }

  /** What each cell of the executed notebook shows. */
  const shown = (written = output) =>
    (JSON.parse(readFileSync(written, "utf8")) as Notebook).cells.map(({ outputs }) =>
      (outputs ?? []).map((each) => ("text" in each ? wholeText(each.text).trim() : "")).join(),
    );
  const cells = {
    list: codeCell("const list = [1]; console.log('cell list');"),
    push: codeCell("list.push(2); console.log('cell push');"),
    slow: codeCell("const slow = Date.now(); console.log('cell slow', slow);"),
    show: codeCell("console.log('cell show', list.length);"),
    late: codeCell("console.log('cell late', slow > 0);"),
  };
  const save = (changes: Partial<Record<keyof typeof cells, string>> = {}) =>
    writeNotebook(
      file,
      notebookOf(
        ...Object.entries(cells).map(([name, cell]) => ({
          ...cell,
          source: changes[name as keyof typeof cells] ?? cell.source,
        })),
      ),
    );

  before(async () => {
    await save();
    const { status, stderr } = aen(file);
    assert.equal(status, 0, stderr);
  });

  it("runs nothing after a run, and keeps all outputs", () => {
    const before = shown();
    const { printed, stderr, status } = aen(file, "--stale");
    assert.equal(printed, "");
    assert.match(stderr, /No cell is stale: all 5 keep their outputs\./);
    assert.equal(status, 0);
    assert.deepEqual(shown(), before);
  });

  it("runs an edited cell and what it needs, with what a method changed, and no other", async () => {
    const [, , slow, , late] = shown();
    await save({ show: "console.log('cell shows', list.length);" });
    const { printed, stderr } = aen(file, "--stale");
    assert.equal(printed, "cell list,cell push,cell shows 2");
    assert.match(stderr, /these run: 4, which is stale, and 1 and 2, which it needs; 2 keep their outputs\./);
    assert.match(stderr, /^\[4\/5\] ok/m);
    assert.deepEqual(shown(), ["cell list", "cell push", slow, "cell shows 2", late]);
  });

  it("runs what reads an edited cell's names, and reads an executed notebook as well", async () => {
    const executed = JSON.parse(readFileSync(output, "utf8")) as Notebook;
    executed.cells[2].source = "const slow = -1; console.log('cell slow', slow);";
    const own = path.join(folder, "executed.ipynb");
    await writeNotebook(own, executed);
    const { printed } = aen(own, "--stale", "--output", own);
    assert.equal(printed, "cell slow -1,cell late false");
    assert.deepEqual(shown(own).slice(0, 2), ["cell list", "cell push"]);
  });

  it("runs a cell again that failed, and those whose files or parameters have changed", async () => {
    const module = path.join(folder, "rate.ts");
    writeFileSync(module, "export const rate = 1;");
    const parts = [
      codeCell("let n = 1; console.log('cell n');", ["parameters"]),
      codeCell("import { rate } from './rate.js'; console.log('cell rate', rate);"),
      codeCell("console.log('cell uses', n); if (n > 1) throw new Error('n');"),
    ];
    await writeNotebook(file, notebookOf(...parts));
    const printed = (...args: string[]) => aen(file, ...args).printed;
    assert.equal(printed(), "cell n,cell rate 1,cell uses 1");
    writeFileSync(module, "export const rate = 2;");
    assert.equal(printed("--stale"), "cell rate 2");
    assert.equal(printed("--stale", "-p", "n=2"), "cell n,cell uses 2");
    assert.equal(printed("--stale", "-p", "n=2"), "cell n,cell uses 2", "it failed");
    assert.equal(printed("--stale"), "cell n,cell uses 1");
  });
});
