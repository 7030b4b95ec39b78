import assert from "node:assert/strict";
import { mkdirSync, readdirSync } from "node:fs";
import path from "node:path";
import sharp from "sharp";
import { fromRuns, recipeOf, type ImportRecipe } from "../../../../../kernel/aen/sources/video/clipRecord.js";
import type { ImportProgress } from "../../../../../kernel/aen/sources/video/importProgress.js";
import { openVideo } from "../../../../../kernel/aen/sources/video/videoFile.js";
import { inFilePixels, writeFrames } from "../../../../../kernel/aen/sources/video/writeFrames.js";
import { faceVideo } from "./faceVideo.js";
import { drawVideo, ffmpeg, temporaryFolder } from "./testVideo.js";

describe("the frames of a video in a folder", () => {
  const folder = temporaryFolder();
  let folders = 0;

  async function write(file: string, changes: Partial<ImportRecipe>) {
    const place = path.join(folder, String(folders++));
    mkdirSync(place);
    const told: ImportProgress[] = [];
    const run = { fileNumber: 1, fileCount: 1, onProgress: (one: ImportProgress) => told.push(one) };
    const written = await writeFrames(
      await openVideo(file),
      place,
      { ...recipeOf({}, "png"), ...changes },
      run,
    );
    const means = await Promise.all(
      readdirSync(place).map(async (name) => {
        const { channels } = await sharp(path.join(place, name)).stats();
        return channels.reduce((sum, { mean }) => sum + mean, 0) / 3;
      }),
    );
    return { ...written, means, place, stages: new Set(told.map(({ stage }) => stage)) };
  }

  it("are as they are in the video where no face is wanted, in both formats", async () => {
    const video = drawVideo(path.join(folder, "plain.mp4"), 4, "32x24");
    const [png, jpeg] = [
      await write(video, { faces: false }),
      await write(video, { faces: false, format: "jpeg" }),
    ];
    assert.deepEqual(
      [readdirSync(png.place).at(-1), readdirSync(jpeg.place).at(-1)],
      ["000004.png", "000004.jpg"],
    );
    for (const { frameCount, times, frameRate, sights, stages } of [png, jpeg]) {
      assert.deepEqual([frameCount, times.length, sights, [...stages]], [4, 4, null, ["writing frames"]]);
      assert.ok(Math.abs(frameRate! - 10) < 1e-6);
    }
    assert.ok(
      png.means.every((mean, i) => Math.abs(mean - jpeg.means[i]) < 4),
      "the same pictures",
    );
  });

  describe("of a face that is there in some of them", function () {
    this.timeout(60_000);
    const video = path.join(folder, "face.mp4");
    before(async () => {
      // four frames of a face, then two of a white wall
      const face = await faceVideo(path.join(folder, "seen.mp4"), 4);
      const wall = "tpad=stop_mode=add:stop=2:color=white";
      ffmpeg("-i", face, "-vf", wall, "-pix_fmt", "yuv420p", "-crf", "12", video);
    });

    it("are aligned faces, black where there is none, with a sight each", async () => {
      const { frameCount, times, sights, means, stages, place, boxes } = await write(video, { size: 64 });
      assert.deepEqual([frameCount, times.length, [...stages]], [6, 6, ["finding faces", "writing frames"]]);
      assert.deepEqual(
        boxes?.map((box) => box !== null),
        [true, true, true, true, false, false],
      );
      const shown = fromRuns(sights!);
      assert.deepEqual([shown[0], shown.slice(4)], ["seen", ["none", "none"]]);
      assert.ok(means[0] > 20 && means.slice(4).every((mean) => mean === 0), means.join());
      assert.equal((await sharp(path.join(place, "000001.png")).metadata()).width, 64);
    });

    it("have the face's box in the pixels of the file, however small the face was looked for", async () => {
      const wide = path.join(folder, "wide.mp4"); // half as many pixels, each twice as wide
      ffmpeg("-i", video, "-vf", "scale=240:480,setsar=2", "-pix_fmt", "yuv420p", "-crf", "12", wide);
      const [x, y, width, height] = (await write(wide, { longestSide: 320 })).boxes![0]!;
      // the drawn face is in the middle of 480 x 480 pixels, about 250 of them wide
      const off = [2 * (x + width / 2), y + height / 2].map((middle) => Math.abs(middle - 24_000));
      assert.ok(Math.max(...off) < 5000 && Math.abs(2 * width - 28_000) < 8000, `${[x, y, width, height]}`);
    });

    it("are left out where there is no face if they are to be dropped; the others keep their times", async () => {
      const { frameCount, times, sights } = await write(video, { size: 64, withoutFace: "drop" });
      assert.deepEqual([frameCount, times.length, fromRuns(sights!).length], [4, 4, 4]);
      assert.ok(
        times.every((time, frame) => Math.abs(time - frame / 10) < 1e-3),
        times.join(),
      );
    });
  });
});

describe("a box in the pixels of the file", () => {
  const box = { x: 10, y: 20, width: 30, height: 40, confidence: 0.5 };
  it("is larger where the picture was made smaller, each direction for itself", () => {
    assert.deepEqual(inFilePixels(box, [100, 50], [200, 150]), {
      ...{ x: 20, y: 60, width: 60, height: 120, confidence: 0.5 },
    });
  });

  it("is the picture's own where ffmpeg does not tell the file's", () => {
    assert.deepEqual(inFilePixels(box, [100, 50]), box);
  });
});
