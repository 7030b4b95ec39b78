import assert from "node:assert/strict";
import path from "node:path";
import { register } from "../../../kernel/commands/text.js";
import { writeNotebook } from "../../../kernel/notebook/notebookFile.js";
import { temporaryFolder } from "../../temporaryFolder.js";
import { codeCell, notebookOf } from "../notebook/cell.js";
import { inProcess } from "./inProcess.js";

describe("aen text", () => {
  const folder = temporaryFolder();

  it("prints the cells of a notebook, which git can compare", async () => {
    const file = path.join(folder, "study.ipynb");
    await writeNotebook(file, notebookOf(codeCell("const n = 3;")));
    const { stdout, status } = await inProcess(register, "text", file);
    assert.deepEqual([stdout, status], ["--- code\nconst n = 3;\n", 0]);
  });

  it("says what is wrong with a file that is not a notebook", async () => {
    const { stderr, status } = await inProcess(register, "text", path.join(folder, "none.ipynb"));
    assert.equal(status, 1);
    assert.match(stderr, /none\.ipynb does not exist/);
  });
});
