import assert from "node:assert/strict";
import { readdirSync, writeFileSync } from "node:fs";
import type { Clip } from "../../../../../kernel/aen/clips/clip.js";
import { openClip, storeFrames } from "../../../../../kernel/aen/ablation/slurm/storedFrames.js";
import { temporaryFolder } from "../../../../temporaryFolder.js";

/** A clip of three frames of 2 x 1 pixels, made in a cell. */
const clip: Clip = {
  ...{ id: "made in a cell", label: 0, identity: null, frameCount: 3, frameRate: null, truth: null },
  read: async (frames) => ({
    ...{ count: frames.length, height: 1, width: 2 },
    data: Uint8Array.from(frames.flatMap((frame) => Array.from({ length: 6 }, (_, i) => 10 * frame + i))),
  }),
};

describe("frames that are nowhere else", () => {
  const folder = temporaryFolder();

  it("are put into a file and read from it again, in any order", async () => {
    const stored = await storeFrames(clip, folder);
    const { count, height, width, data } = await openClip(structuredClone(stored)).read([2, 0, 2]);
    assert.deepEqual([count, height, width], [3, 1, 2]);
    assert.deepEqual([...data], [20, 21, 22, 23, 24, 25, 0, 1, 2, 3, 4, 5, 20, 21, 22, 23, 24, 25]);
  });

  it("are written once, whatever clip has them", async () => {
    const first = await storeFrames(clip, folder);
    const again = await storeFrames({ ...clip, id: "the same frames" }, folder);
    assert.equal(again.file, first.file);
    assert.equal(readdirSync(folder).length, 1);
  });

  it("are refused outside of the clip", async () => {
    const stored = await storeFrames(clip, folder);
    await assert.rejects(openClip(stored).read([3]), /made in a cell has frames 0 to 2; there is no frame 3/);
  });

  it("that are damaged are reported with the file to remove", async () => {
    const stored = await storeFrames(clip, folder);
    writeFileSync(stored.file, "something else");
    await assert.rejects(
      openClip(stored).read([0]),
      /frames of "made in a cell" in .*\.rgb are damaged\. Remove the file/,
    );
  });
});
