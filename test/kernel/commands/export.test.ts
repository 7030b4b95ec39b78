import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { register } from "../../../kernel/commands/export.js";
import { writeNotebook } from "../../../kernel/notebook/notebookFile.js";
import { temporaryFolder } from "../../temporaryFolder.js";
import { codeCell, notebookOf } from "../notebook/cell.js";
import { inProcess } from "./inProcess.js";

describe("aen export", () => {
  const folder = temporaryFolder();
  const file = path.join(folder, "study.ipynb");
  before(() => writeNotebook(file, notebookOf(codeCell("const n = 3;"))));

  it("writes a page beside the notebook and prints where", async () => {
    const { stdout, status } = await inProcess(register, "export", file);
    const page = path.join(folder, "study.html");
    assert.deepEqual([stdout, status], [`${page}\n`, 0]);
    assert.match(readFileSync(page, "utf8"), /<title>study<\/title>/);
  });

  it("writes it elsewhere with --html", async () => {
    const page = path.join(folder, "pages", "other.html");
    await inProcess(register, "export", file, "--html", page);
    assert.ok(existsSync(page));
  });

  it("writes slides beside the notebook, or elsewhere, and a page too where both are asked for", async () => {
    const slides = path.join(folder, "study.slides.html");
    const { stdout } = await inProcess(register, "export", file, "--slides");
    assert.equal(stdout, `${slides}\n`);
    assert.match(readFileSync(slides, "utf8"), /<section class="slide"/);
    const [talk, page] = [path.join(folder, "talk.html"), path.join(folder, "page.html")];
    const both = await inProcess(register, "export", file, "--slides", talk, "--html", page);
    assert.equal(both.stdout, `${talk}\n${page}\n`);
    assert.doesNotMatch(readFileSync(page, "utf8"), /class="slide"/);
  });

  it("runs nothing, and leaves the notebook as it is", async () => {
    const before = readFileSync(file, "utf8");
    await inProcess(register, "export", file);
    assert.equal(readFileSync(file, "utf8"), before);
  });

  it("says what is wrong with a file that is not a notebook", async () => {
    const { stderr, status } = await inProcess(register, "export", path.join(folder, "none.ipynb"));
    assert.equal(status, 1);
    assert.match(stderr, /^aen: .*none\.ipynb does not exist/);
  });
});
