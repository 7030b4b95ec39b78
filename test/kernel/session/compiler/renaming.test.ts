import assert from "node:assert/strict";
import { notebook } from "./askedNotebook.js";

const refusal = (name: string, ...marked: string[]) =>
  notebook.ask("rename", ...notebook.at(...marked), name).refusal;

describe("a renaming", () => {
  it("changes a name in all cells, whichever of them asks", () => {
    const cells = ["let size = 1;", "const twice = size * 2;", "size = twice;"];
    const expected = ["let width = 1;", "const twice = width * 2;", "width = twice;"];
    assert.deepEqual(notebook.renamed("width", "let |size = 1;", cells[1], cells[2]), expected);
    assert.deepEqual(notebook.renamed("width", cells[0], cells[1], "size| = twice;"), expected);
  });

  it("keeps the properties of objects that are written with the name alone", () => {
    const cells = ["const cl|ips = [1];", "const options = { clips };\nconst { length } = clips;"];
    assert.deepEqual(notebook.renamed("faces", ...cells), [
      "const faces = [1];",
      "const options = { clips: faces };\nconst { length } = faces;",
    ]);
    assert.deepEqual(
      notebook.renamed("faces", "const clips = [1];", "f({ cli|ps });\nfunction f(o: object) {}"),
      ["const faces = [1];", "f({ clips: faces });\nfunction f(o: object) {}"],
    );
  });

  it("gives what is imported from a package another name here alone", () => {
    assert.deepEqual(notebook.renamed("read", 'import { readFile } from "node:fs";', "re|adFile"), [
      'import { readFile as read } from "node:fs";',
      "read",
    ]);
  });

  it("changes what is imported from a local file there as well", () => {
    notebook.file("gain.ts", "export const gain = 1;\nexport const twice = gain * 2;");
    const marked = ['import { gain } from "./gain.ts";', "[g|ain]"];
    assert.deepEqual(notebook.renamed("lift", ...marked), ['import { lift } from "./gain.ts";', "[lift]"]);
    const { changes } = notebook.ask("rename", ...notebook.at(...marked), "lift");
    const inFile = changes.filter((each) => "file" in each);
    assert.deepEqual(
      inFile.map(({ text, was, start }) => [text, was, start.line]),
      [
        ["lift", "gain", 0],
        ["lift", "gain", 1],
      ],
    );
  });

  it("is refused with its reason", () => {
    assert.deepEqual(refusal("x", "aen.tra|in"), { reason: "installed", name: "train" });
    assert.deepEqual(refusal("x", "con|sole"), { reason: "installed", name: "console" });
    assert.equal(refusal("x", "1 +| 1")?.reason, "nothing");
    for (const name of ["2x", "new", "a b", ""])
      assert.deepEqual(refusal(name, "const si|ze = 1;"), { reason: "noName", name });
    assert.deepEqual(refusal("twice", "const si|ze = 1;", "const twice = 2;"), {
      ...{ reason: "taken", name: "twice", cell: 1 },
    });
  });

  it("is refused for what a cell declared that is no longer there", () => {
    const { id } = notebook.compiler.compile("const gone = 1;");
    notebook.compiler.commit(id, ["gone"]);
    assert.deepEqual(refusal("x", "gone|"), { reason: "notHere", name: "gone" });
    assert.equal(notebook.ask("definitions", ...notebook.at("gone|")), undefined);
  });
});
