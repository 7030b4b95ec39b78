import assert from "node:assert/strict";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { makeFolder, writeWhole } from "../../../kernel/files/writeWhole.js";
import { temporaryFolder } from "../../temporaryFolder.js";

describe("writing a file whole", () => {
  const folder = temporaryFolder();

  it("makes the folders on the way and leaves nothing beside the file", () => {
    const file = path.join(folder, "a", "b", "text.txt");
    writeWhole(file, "grün");
    assert.equal(readFileSync(file, "utf8"), "grün");
    assert.deepEqual(readdirSync(path.dirname(file)), ["text.txt"]);
  });

  it("writes bytes and replaces what was there", () => {
    const file = path.join(folder, "bytes.bin");
    writeFileSync(file, "old and longer");
    writeWhole(file, Uint8Array.of(0, 255, 7));
    assert.deepEqual([...readFileSync(file)], [0, 255, 7]);
  });

  it("keeps the old file and no temporary one when the new one cannot take its place", () => {
    const place = path.join(folder, "taken");
    mkdirSync(path.join(place, "inside"), { recursive: true });
    assert.throws(() => writeWhole(place, "text"), /EISDIR|ENOTEMPTY|EEXIST|EPERM/);
    assert.deepEqual(readdirSync(place), ["inside"]);
    assert.deepEqual(
      readdirSync(folder).filter((name) => name.endsWith(".partial")),
      [],
    );
  });

  it("says that a file stands where a folder is needed", () => {
    const file = path.join(folder, "file");
    writeFileSync(file, "");
    assert.throws(() => makeFolder(path.join(file, "below")), { code: "ENOTDIR" });
  });
});
