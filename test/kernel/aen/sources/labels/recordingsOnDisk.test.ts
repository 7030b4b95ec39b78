import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { RecordingsOnDisk } from "../../../../../kernel/aen/sources/labels/recordingsOnDisk.js";
import { temporaryFolder } from "../../../../temporaryFolder.js";

describe("recordings on disk", () => {
  it("are found with and without their extension, and not where there is none", () => {
    const folder = temporaryFolder();
    writeFileSync(path.join(folder, "a.mp4"), "");
    const disk = new RecordingsOnDisk();
    const has = (...names: string[]) => disk.has(path.join(folder, ...names));
    assert.deepEqual(
      [has("a.mp4"), has("a"), has("a.avi"), has("b"), has("none", "a")],
      [true, true, false, false, false],
    );
  });
});
