import assert from "node:assert/strict";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { recordingsBelow } from "../../../../../kernel/aen/sources/annotations/recordingsBelow.js";
import { temporaryFolder } from "../../../../temporaryFolder.js";
import { frameFolder } from "../frameFolder.js";

describe("the recordings below a folder", () => {
  const folder = temporaryFolder();

  it("are videos and folders of frames at any depth, by name, without hidden ones and circles", async () => {
    await frameFolder(path.join(folder, "P2", "Sad", "take 1"), 1);
    mkdirSync(path.join(folder, "P1", "Happy"), { recursive: true });
    for (const name of ["b.mp4", "a.avi", "notes.txt", ".hidden.mp4"])
      writeFileSync(path.join(folder, "P1", "Happy", name), "");
    symlinkSync(folder, path.join(folder, "P1", "up"));
    symlinkSync(path.join(folder, "P2", "Sad"), path.join(folder, "P3"));
    assert.deepEqual(await recordingsBelow(folder), [
      { path: "P1/Happy/a.avi", isFolder: false },
      { path: "P1/Happy/b.mp4", isFolder: false },
      { path: "P2/Sad/take 1", isFolder: true },
      { path: "P3/take 1", isFolder: true },
    ]);
  });
});
