import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import path from "node:path";
import sharp from "sharp";
import { LabelSet } from "../../../../../kernel/aen/labels.js";
import { clipFromRecording } from "../../../../../kernel/aen/sources/video/clipFromRecording.js";
import { drawVideo, temporaryFolder } from "./testVideo.js";

describe("a data set's recording", () => {
  const folder = temporaryFolder();
  const labels = new LabelSet(["calm", "cross"], { both: ["calm", "cross"] });
  const facts = { label: 1, identity: "Cleo", labels };

  it("is a folder of frames as it is, or a video read as the options say, with what the list says of it", async () => {
    const frames = path.join(folder, "frames");
    mkdirSync(frames);
    await sharp({ create: { width: 8, height: 6, channels: 3, background: "red" } }).toFile(
      path.join(frames, "1.png"),
    );
    const video = drawVideo(path.join(folder, "clip.mp4"), 4, "32x24");
    const clips = [
      await clipFromRecording(frames, true, facts, {}),
      await clipFromRecording(video, false, facts, { faces: false, frameRate: 5 }),
    ];
    assert.deepEqual(
      clips.map(({ id, label, identity, frameCount }) => [id, label, identity, frameCount]),
      [
        [frames, 1, "Cleo", 1],
        [video, 1, "Cleo", 2],
      ],
    );
  });

  it("has its label in the data set's own emotions, not in the usual seven", async () => {
    const video = drawVideo(path.join(folder, "other.mp4"), 2, "32x24");
    for (const [place, isFolder] of [
      [video, false],
      [path.join(folder, "frames"), true],
    ] as const) {
      // prettier-ignore
      const clip = (label: number | null) => clipFromRecording(place, isFolder, { ...facts, label }, { faces: false });
      assert.equal((await clip(null)).label, null);
      await assert.rejects(clip(2), /calm/);
    }
  });
});
