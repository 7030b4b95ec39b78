import assert from "node:assert/strict";
import { completionHost } from "../../../../kernel/session/compiler/completionHost.js";
import { cellOptions, ProgramHost } from "../../../../kernel/session/compiler/programHost.js";
import { packageRoot } from "../../../../kernel/files/packageRoot.js";

describe("what completion needs besides the program", () => {
  const files = new ProgramHost("/notes", packageRoot, cellOptions());
  const scripts: string[] = [];
  const host = completionHost(files, () => scripts);
  const cell = "/notes/__cell_1__.ts";

  it("gives the text of a cell as it is now, with a version that tells it from earlier ones", () => {
    files.setVirtual(cell, "const one = 1;");
    const before = host.getScriptVersion(cell);
    assert.equal(host.getScriptSnapshot(cell)?.getText(6, 9), "one");
    files.setVirtual(cell, "const two = 2;");
    assert.equal(host.getScriptSnapshot(cell)?.getText(6, 9), "two");
    assert.notEqual(host.getScriptVersion(cell), before);
  });

  it("has no text for a file that is not there", () => {
    assert.equal(host.getScriptSnapshot("/notes/nowhere.ts"), undefined);
    assert.equal(host.fileExists("/notes/nowhere.ts"), false);
  });

  it("names the cells that there are at that moment, and the notebook's folder", () => {
    assert.deepEqual(host.getScriptFileNames(), []);
    scripts.push(cell);
    assert.deepEqual(host.getScriptFileNames(), [cell]);
    assert.equal(host.getCurrentDirectory(), "/notes");
  });
});
