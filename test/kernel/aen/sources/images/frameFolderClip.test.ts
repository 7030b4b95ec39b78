import assert from "node:assert/strict";
import path from "node:path";
import sharp from "sharp";
import type { OpenClip } from "../../../../../kernel/aen/clips/clip.js";
import { FrameFolderClip } from "../../../../../kernel/aen/sources/images/frameFolderClip.js";
import { temporaryFolder } from "../../../../temporaryFolder.js";

describe("a clip of image files", () => {
  const folder = temporaryFolder();
  const files = [7, 9].map((value) => path.join(folder, `${value}.png`));
  before(async () => {
    for (const [at, r] of [7, 9].entries())
      await sharp({ create: { width: 1, height: 1, channels: 3, background: { r, g: 0, b: 0 } } }).toFile(
        files[at],
      );
  });

  it("has null for unknown facts, and keeps 0 as label and as frame rate", () => {
    const bare = new FrameFolderClip(files, { id: "a" });
    assert.deepEqual([bare.label, bare.identity, bare.frameRate, bare.truth], [null, null, null, null]);
    assert.equal(bare.contentKey, undefined);
    const { label, frameRate, frameCount } = new FrameFolderClip(files, { id: "a", label: 0, frameRate: 0 });
    assert.deepEqual([label, frameRate, frameCount], [0, 0, 2]);
  });

  it("keeps what is known of each frame", () => {
    const facts = {
      id: "b",
      faceSights: ["seen", "none"],
      times: [0, 0.5],
      contentKey: "k",
      identity: "Ann",
    } as const;
    const clip = new FrameFolderClip(files, facts);
    for (const [name, value] of Object.entries(facts))
      assert.deepEqual(clip[name as keyof typeof facts], value, name);
  });

  it("reads its frames, here and in a thread that opens it from what can be cloned", async () => {
    const clip = new FrameFolderClip(files, { id: "c" });
    assert.deepEqual([...(await clip.read([1, 0])).data], [9, 0, 0, 7, 0, 0]);
    const { module, data } = structuredClone(clip.source);
    const { openClip } = (await import(module)) as { openClip: OpenClip };
    assert.deepEqual(await openClip(data).read([1, 0]), await clip.read([1, 0]));
    await assert.rejects(clip.read([2]), /c has frames 0 to 1; there is no frame 2/);
  });
});
