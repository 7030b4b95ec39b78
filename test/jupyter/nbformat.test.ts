import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { before, describe, it } from "mocha";
import type { CellOutput } from "../../kernel/contracts/cellOutput.js";
import { type Notebook, readNotebook, writeNotebook } from "../../kernel/notebook/notebookFile.js";
import { runNotebook } from "../../kernel/notebook/runNotebook.js";
import { codeCell, notebookOf } from "../kernel/notebook/cell.js";
import { temporaryFolder } from "../temporaryFolder.js";
import { pythonWithPackages } from "./pythonPackages.js";

/** Prints, for each file, what nbformat has against it: warnings count. */
const program = `
import json, pathlib, sys, warnings
import nbformat
from nbformat.validator import validate
warnings.simplefilter("error")
for name in sys.argv[1:]:
    try:
        validate(nbformat.from_dict(json.loads(pathlib.Path(name).read_text("utf8"))))
    except Exception as error:
        print(name, str(error).split("\\n")[0])
`;

const outputs: readonly CellOutput[] = [
  { output_type: "stream", name: "stdout", text: "one\ntwo" },
  { output_type: "stream", name: "stderr", text: "three\n" },
  { output_type: "display_data", data: { "text/html": "<b>x</b>", "text/plain": "x" }, metadata: {} },
  { output_type: "display_data", data: { "application/json": { a: [1, null] } }, metadata: { a: 1 } },
  { output_type: "execute_result", execution_count: 1, data: { "text/plain": "5" }, metadata: {} },
  { output_type: "error", ename: "Error", evalue: "no", traceback: ["Error: no"] },
];

describe("nbformat", function () {
  this.timeout(600_000);
  const folder = temporaryFolder();
  let python: string;
  before(function () {
    python = pythonWithPackages(this);
  });
  const complaints = (files: readonly string[]) =>
    execFileSync(python, ["-c", program, ...files], { encoding: "utf8" });
  const write = async (name: string, notebook: Notebook) => {
    const file = path.join(folder, name);
    await writeNotebook(file, notebook);
    return file;
  };

  it("accepts every notebook that users start from", () => {
    const files = readdirSync("notebooks").filter((name) => name.endsWith(".ipynb"));
    assert.ok(files.length >= 3);
    assert.equal(complaints(files.map((name) => path.join("notebooks", name))), "");
  });

  it("accepts what is written, whatever the cells' ids were", async () => {
    const ids = ["a", "a", "", "x y", "ä", "x".repeat(65), undefined, 7];
    const cells = ids.map((id) => ({ ...codeCell("1"), id: id as string }));
    const given = { ...notebookOf(...cells), nbformat_minor: 5 };
    assert.equal(complaints([await write("ids.ipynb", given)]), "");
  });

  it("accepts notebooks that were run, with every kind of output", async () => {
    const runner = {
      execute: async (_: string, { onOutput }: { onOutput(output: CellOutput): void }) => {
        outputs.forEach((output) => onOutput(output));
        return { status: "ok" as const, executionCount: 1 };
      },
      interrupt() {},
    };
    const { notebook } = await runNotebook(notebookOf(codeCell("1", ["parameters"]), codeCell("")), runner);
    const file = await write("run.ipynb", notebook);
    const again = await write("again.ipynb", await readNotebook(file));
    assert.equal(complaints([file, again]), "");
  });

  it("finds what is wrong with a notebook that is not valid", async () => {
    const wrong = notebookOf({ ...codeCell("1"), cell_type: "python" as never });
    assert.match(complaints([await write("wrong.ipynb", wrong)]), /^\S+wrong\.ipynb ./);
    const twice = path.join(folder, "twice.ipynb");
    const cell = codeCell("1");
    writeFileSync(twice, JSON.stringify(notebookOf(cell, cell)));
    assert.match(complaints([twice]), /^\S+twice\.ipynb .*id/i);
  });
});
