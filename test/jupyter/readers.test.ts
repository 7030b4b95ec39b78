import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import type { NotebookOutput } from "../../kernel/notebook/notebookFile.js";
import { viewsNotebook } from "../media/jupyter/viewsNotebook.js";
import { temporaryFolder } from "../temporaryFolder.js";
import { pythonWithPackages } from "./pythonPackages.js";

/** What nbconvert makes of a notebook: its text and the files beside it, or why it could not. */
type Shown = Readonly<Record<string, { body?: string; files?: string[]; error?: string }>>;

describe("Readers that know standard MIME types alone", function () {
  this.timeout(240_000);
  const file = path.join(temporaryFolder(), "views.ipynb");
  const titles = ["view0", "view1", "view2"];
  let shown: Shown;
  let outputs: NotebookOutput[];

  before(async function () {
    const notebook = await viewsNotebook();
    outputs = notebook.cells.flatMap((cell) => cell.outputs ?? []);
    writeFileSync(file, JSON.stringify(notebook));
    const python = pythonWithPackages(this);
    const options = { maxBuffer: 1 << 26 };
    const { stdout } = await promisify(execFile)(python, ["test/jupyter/readers.py", file], options);
    shown = JSON.parse(stdout) as Shown;
  });

  it("find a picture and a text in every output, as GitHub, nbviewer and Colab choose among them", () => {
    for (const output of outputs) {
      assert.ok("data" in output);
      const standard = Object.keys(output.data).filter((type) => /^(image|text)\//.test(type));
      for (const type of ["image/svg+xml", "text/plain"]) assert.ok(standard.includes(type), type);
      assert.ok(String(output.data["text/plain"]).length > 40);
    }
  });

  for (const form of ["html", "slides"])
    it(`see every view as a picture in nbconvert's ${form}, beside its code`, () => {
      const { body } = shown[form];
      assert.equal(body!.match(/src="?data:image\/svg/g)?.length, titles.length);
      for (const title of titles) assert.ok(body!.includes(title), title);
    });

  for (const form of ["markdown", "rst", "asciidoc"])
    it(`see every view as a picture in a file of its own in nbconvert's ${form}`, () => {
      const { body, files } = shown[form];
      assert.deepEqual(files, ["output_0_0.svg", "output_1_0.svg", "output_2_0.svg"]);
      for (const name of files!) assert.ok(body!.includes(name), name);
    });

  it("get the code as TypeScript from nbconvert's script", () => {
    assert.match(shown["script"].body!, /^const view0: number = 0;$/m);
  });

  it("get LaTeX where Inkscape turns SVG into PDF, and are told that it is missing elsewhere", () => {
    const { body, error } = shown["latex"];
    if (error === undefined) assert.match(body!, /\\includegraphics/);
    else assert.match(error, /[Ii]nkscape|[Pp]andoc/);
  });
});
