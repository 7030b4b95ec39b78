import assert from "node:assert/strict";
import path from "node:path";
import { ListedClip } from "../../../../../kernel/aen/sources/annotations/listedClip.js";
import type { OpenClip } from "../../../../../kernel/aen/clips/clip.js";
import { temporaryFolder } from "../../../../temporaryFolder.js";
import { frameFolder } from "../frameFolder.js";

describe("a clip of an annotation list", () => {
  const folder = temporaryFolder();
  const entry = { path: "train/1", frames: 3, label: 0 };
  const reds = (data: Uint8Array) => [...data].filter((_, at) => at % 12 === 0);

  it("is what the list says, before its folder is looked at", () => {
    const clip = new ListedClip(path.join(folder, "not there"), entry, "Ann");
    assert.deepEqual(
      [clip.id, clip.label, clip.identity, clip.frameCount, clip.frameRate, clip.truth, clip.contentKey],
      ["train/1", 0, "Ann", 3, null, null, "train/1 3"],
    );
    assert.equal(new ListedClip("x", { ...entry, label: null }).identity, null);
  });

  it("has the frames of its folder, up to the list's count", async () => {
    const clip = new ListedClip(await frameFolder(path.join(folder, "more"), 5), entry);
    assert.deepEqual(reds((await clip.read([2, 0])).data), [3, 1]);
    assert.deepEqual(
      (await clip.readPictures([1, 1])).map(({ data }) => data[0]),
      [2, 2],
    );
    await assert.rejects(clip.read([3]), /train\/1 has frames 0 to 2; there is no frame 3/);
  });

  it("is rejected with too few frames, and read again once they exist", async () => {
    const clip = new ListedClip(await frameFolder(path.join(folder, "few"), 2), entry);
    await assert.rejects(clip.read([0]), /few: it contains 2 images, but the annotation list says 3/);
    await frameFolder(clip.folder, 3);
    assert.deepEqual(reds((await clip.read([2])).data), [3]);
  });

  it("is opened by a worker thread from what can be cloned", async () => {
    const clip = new ListedClip(await frameFolder(path.join(folder, "there"), 3), entry);
    const { module, data } = structuredClone(clip.source);
    const { openClip } = (await import(module)) as { openClip: OpenClip };
    assert.deepEqual(await openClip(data).read([0, 2]), await clip.read([0, 2]));
    await assert.rejects(openClip(data).read([3]), /has frames 0 to 2/);
  });
});
