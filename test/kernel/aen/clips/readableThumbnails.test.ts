import assert from "node:assert/strict";
import type { Clip } from "../../../../kernel/aen/clips/clip.js";
import { readableThumbnails } from "../../../../kernel/aen/clips/readableThumbnails.js";
import { clipPictures } from "../../../../kernel/aen/results/clipPictures.js";
import { patternClips } from "../training/patternClips.js";

describe("pictures for a view", () => {
  const [clip] = patternClips(1).clips;
  const moved: Clip = {
    ...clip,
    id: "moved",
    read: async () => {
      throw Object.assign(new Error("EIO: i/o error, read"), { code: "EIO" });
    },
  };

  it("are those of the frames", async () => {
    const pictures = await readableThumbnails(clip, [0, 1], 8);
    assert.deepEqual(
      pictures.map((picture) => picture.slice(0, 15)),
      ["data:image/jpeg", "data:image/jpeg"],
    );
  });

  it("are left out where the frames cannot be read, which is told once for all of them", async () => {
    const { warn } = console;
    const told: string[] = [];
    console.warn = (text: string) => void told.push(text);
    try {
      assert.deepEqual(await readableThumbnails(moved, [0, 1]), ["", ""]);
      assert.deepEqual(await readableThumbnails(moved, [2]), [""]);
      const prediction = { label: 0, frameNumbers: [0] };
      const evaluated = [clip, moved].map((one) => ({ clip: one, prediction, namedIndex: 0 }));
      const { thumbnails } = await clipPictures(evaluated as unknown as Parameters<typeof clipPictures>[0]);
      assert.deepEqual([...thumbnails.keys()], [clip.id]);
    } finally {
      console.warn = warn;
    }
    assert.deepEqual(told, [
      'Note: views lack the pictures that cannot be read, first of "moved": EIO: i/o error, read',
    ]);
  });
});
