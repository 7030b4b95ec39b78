import assert from "node:assert/strict";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { folderEntries, foldersAmong } from "../../../kernel/files/folderEntries.js";
import { temporaryFolder } from "../../temporaryFolder.js";

describe("the entries of a folder", () => {
  const folder = temporaryFolder();
  before(() => {
    for (const name of ["b", "a"]) mkdirSync(path.join(folder, name));
    for (const name of ["c.txt", ".hidden"]) writeFileSync(path.join(folder, name), "x");
  });

  it("are by name, without hidden ones; a link to a folder is one", async () => {
    symlinkSync(path.join(folder, "a"), path.join(folder, "d"));
    assert.deepEqual(
      (await folderEntries(folder)).map(({ name, isFolder }) => [name, isFolder]),
      [
        ["a", true],
        ["b", true],
        ["c.txt", false],
        ["d", true],
      ],
    );
  });

  it("say which link leads nowhere; where folders say what is in them, none may", async () => {
    assert.deepEqual(foldersAmong(await folderEntries(folder), folder), ["a", "b", "d"]);
    symlinkSync(path.join(folder, "gone"), path.join(folder, "e"));
    const entries = await folderEntries(folder);
    assert.deepEqual(entries.at(-1), { name: "e", isFolder: false, leadsNowhere: true });
    assert.throws(() => foldersAmong(entries, folder), /e: this link leads nowhere/);
  });
});
