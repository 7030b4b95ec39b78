import assert from "node:assert/strict";
import { appendFileSync, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { appendLine, LineFile } from "../../../kernel/files/appendLine.js";
import { temporaryFolder } from "../../temporaryFolder.js";
import { withFailure } from "./failingDisk.js";

describe("a file of lines", () => {
  const folder = temporaryFolder();
  const file = path.join(folder, "events.jsonl");
  beforeEach(() => rmSync(file, { force: true }));

  it("begins with its first line and grows by one at a time", () => {
    appendLine(file, "grün");
    const lines = new LineFile(file);
    lines.add("two");
    lines.flush();
    lines.close();
    assert.equal(readFileSync(file, "utf8"), "grün\ntwo\n");
  });

  it("ends what a crash has left open, so that it spoils no other line", () => {
    writeFileSync(file, "one\ntw");
    appendLine(file, "three");
    appendFileSync(file, "fo");
    appendLine(file, "five");
    assert.equal(readFileSync(file, "utf8"), "one\ntw\nthree\nfo\nfive\n");
  });

  it("keeps its whole lines, whichever call fails and wherever it is killed", () => {
    const prepare = () => writeFileSync(file, "old\n");
    prepare();
    const { made } = withFailure(null, () => appendLine(file, "a new line"));
    assert.ok(made >= 4);
    for (const code of ["ENOSPC", "EIO", "EROFS"] as const)
      for (const forGood of [false, true])
        for (let at = 1; at <= made; at++) {
          prepare();
          const { error } = withFailure({ at, code, forGood }, () => appendLine(file, "a new line"));
          appendLine(file, "later");
          const lines = readFileSync(file, "utf8").split("\n");
          assert.deepEqual([lines[0], lines.at(-2), lines.at(-1)], ["old", "later", ""]);
          if (error === undefined) assert.equal(lines[1], "a new line");
        }
    assert.ok(existsSync(file));
  });
});
