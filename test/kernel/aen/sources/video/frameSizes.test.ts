import assert from "node:assert/strict";
import path from "node:path";
import { readFileSync, writeFileSync } from "node:fs";
import { clips } from "../../../../../kernel/aen/sources/index.js";
import { FrameSizes } from "../../../../../kernel/aen/sources/video/frameSizes.js";
import { notesDuring } from "../../notes.js";
import { drawVideo, temporaryFolder } from "./testVideo.js";

const shown = (size: string) =>
  `[Parsed_showinfo_0 @ 0x1] [info] n: 3 pts: 3 pts_time:0.3 fmt:rgb24 s:${size} i:P`;

describe("the sizes of a video's frames", () => {
  const folder = temporaryFolder();

  it("are told once they change, with the first frame of another size", () => {
    const sizes = new FrameSizes();
    ["160x120", "160x120", "320x180", "160x120"].forEach((size, frame) => sizes.read(shown(size), frame));
    assert.match(sizes.remark!, /from 160 x 120 to 320 x 180 pixels at frame 2;/);
    const same = new FrameSizes();
    [0, 1].forEach((frame) => same.read(shown("64x64"), frame));
    assert.equal(same.remark, null);
  });

  it("may change inside a video: its frames keep their numbers, and the first size", async () => {
    const file = path.join(folder, "both.ts");
    const h264 = ["-c:v", "libx264", "-pix_fmt", "yuv420p"];
    const draw = (size: string) => drawVideo(path.join(folder, `${size}.ts`), 10, size, ...h264);
    const parts = ["160x120", "320x180"].map((size) => draw(size));
    writeFileSync(file, Buffer.concat(parts.map((part) => readFileSync(part))));
    const notes = await notesDuring(async () => {
      const clip = await clips.fromVideo(file, { faces: false, cache: path.join(folder, "cache") });
      assert.equal(clip.frameCount, 20);
      const { count, width, height } = await clip.read([2, 19]);
      assert.deepEqual([count, width, height], [2, 160, 120]);
    });
    assert.match(
      notes.join(),
      /both\.ts: its resolution changes from 160 x 120 to 320 x 180 pixels at frame 10/,
    );
  });
});
