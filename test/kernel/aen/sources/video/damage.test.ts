import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import path from "node:path";
import { clips } from "../../../../../kernel/aen/sources/index.js";
import { notesDuring } from "../../notes.js";
import { damage } from "./damagedVideo.js";
import { ffmpeg, temporaryFolder } from "./testVideo.js";

const raw = { faces: false } as const;

describe("a video with flipped bytes", () => {
  const folder = temporaryFolder();
  const at = (name: string) => path.join(folder, name);
  const moving = ["-f", "lavfi", "-i", "mandelbrot=size=160x120:rate=10", "-frames:v", "240"];
  let whole = "";
  let slight = "";
  let ruined = "";
  before(() => {
    whole = ffmpeg(...moving, "-c:v", "mpeg4", "-q:v", "4", at("whole.mp4"));
    slight = damage(whole, at("slight.mp4"), 1);
    ruined = damage(whole, at("ruined.mp4"), 40);
  });

  it("is refused where they are many, which ffmpeg decodes without an exit code", async () => {
    ffmpeg("-v", "quiet", "-i", ruined, "-f", "null", "-");
    const refusal = /ruined\.mp4: the video is damaged: ffmpeg reports errors in \d+ of 2\d\d frames/;
    await assert.rejects(clips.fromVideo(ruined, raw), refusal);
    await assert.rejects(clips.fromVideo(ruined, { ...raw, frameRate: 5 }), refusal);
    const to = at("imported");
    await assert.rejects(clips.importVideos(ruined, { ...raw, to }), refusal);
    assert.deepEqual(readdirSync(to), [], "nothing of it is left");
  });

  it("is used and told where they are few or allowed, again when an import is opened anew", async () => {
    const told = /^Note: .*slight\.mp4: the video is damaged: ffmpeg reports errors in [12] of 240 frames/;
    const few = await notesDuring(async () =>
      assert.equal((await clips.fromVideo(slight, raw)).frameCount, 240),
    );
    assert.equal(few.length, 1);
    assert.match(few[0], told);
    for (const time of ["first", "second"]) {
      const notes = await notesDuring(() => clips.importVideos(slight, { ...raw, to: at("used") }));
      assert.match(notes.join(), told, time);
    }
    const allowed = await notesDuring(() => clips.fromVideo(ruined, { ...raw, allowIncomplete: true }));
    assert.match(allowed.join(), /ruined\.mp4: the video is damaged/);
  });

  it("is told nothing of when there are none", async () => {
    assert.deepEqual(await notesDuring(() => clips.fromVideo(whole, raw)), []);
  });
});
