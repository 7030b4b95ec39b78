import assert from "node:assert/strict";
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { emptyFolder } from "../../../kernel/files/emptyFolder.js";
import { temporaryFolder } from "../../temporaryFolder.js";

describe("emptying a folder", () => {
  const folder = temporaryFolder();

  it("removes files and folders, and leaves what is to stay", () => {
    const place = path.join(folder, "place");
    mkdirSync(path.join(place, "checkpoints", "old"), { recursive: true });
    for (const name of ["run.json", "writer.lock"]) writeFileSync(path.join(place, name), "");
    emptyFolder(place, ["writer.lock"]);
    assert.deepEqual(readdirSync(place), ["writer.lock"]);
  });

  it("says when there is none", () => {
    assert.throws(() => emptyFolder(path.join(folder, "no such folder"), []), { code: "ENOENT" });
  });
});
