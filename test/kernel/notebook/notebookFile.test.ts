import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { readNotebook, writeNotebook } from "../../../kernel/notebook/notebookFile.js";
import { temporaryFolder } from "../../temporaryFolder.js";
import { codeCell, notebookOf } from "./cell.js";

describe("notebook file", () => {
  const folder = temporaryFolder();

  it("is read back as it was written", async () => {
    const file = path.join(folder, "deep", "a.ipynb");
    const notebook = notebookOf(codeCell("1 + 1"));
    await writeNotebook(file, notebook);
    assert.deepEqual(await readNotebook(file), notebook);
  });

  it("gets cell ids when it is older than nbformat 4.5", async () => {
    const file = path.join(folder, "old.ipynb");
    const { id: _, ...cell } = codeCell("1");
    writeFileSync(file, JSON.stringify({ nbformat: 4, nbformat_minor: 2, metadata: {}, cells: [cell] }));
    const notebook = await readNotebook(file);
    assert.equal(notebook.nbformat_minor, 5);
    assert.match(notebook.cells[0].id, /^[\da-f]{8}$/);
  });

  it("says plainly what is wrong with a file that is no notebook", async () => {
    const text = path.join(folder, "text.ipynb");
    writeFileSync(text, "hello");
    const old = path.join(folder, "v3.ipynb");
    writeFileSync(old, JSON.stringify({ nbformat: 3, worksheets: [] }));
    mkdirSync(path.join(folder, "folder.ipynb"));
    await assert.rejects(readNotebook(text), /text\.ipynb is not a notebook: it is not JSON/);
    await assert.rejects(
      readNotebook(old),
      /v3\.ipynb is not a notebook of nbformat 4 \(it says nbformat 3\)/,
    );
    await assert.rejects(readNotebook(path.join(folder, "none.ipynb")), /none\.ipynb does not exist/);
    await assert.rejects(readNotebook(path.join(folder, "folder.ipynb")), /is a folder/);
  });

  it("keeps the old file and leaves no part behind when it cannot be written", async () => {
    const file = path.join(folder, "kept.ipynb");
    await writeNotebook(file, notebookOf(codeCell("1")));
    const before = readFileSync(file, "utf8");
    const circular = notebookOf(codeCell("2"));
    circular.metadata["self"] = circular;
    await assert.rejects(writeNotebook(file, circular), /circular/);
    assert.equal(readFileSync(file, "utf8"), before);
    assert.deepEqual(
      readdirSync(folder).filter((name) => name.endsWith(".partial")),
      [],
    );
  });

  it("is valid for Debian's nbformat", async function () {
    if (!existsSync("/usr/bin/python3")) return this.skip();
    const file = path.join(folder, "valid.ipynb");
    await writeNotebook(file, notebookOf(codeCell("let a = 1;", ["parameters"])));
    const check = "import nbformat, sys; nbformat.validate(nbformat.read(sys.argv[1], as_version=4))";
    execFileSync("/usr/bin/python3", ["-c", check, file], { stdio: "pipe" });
  });
});
