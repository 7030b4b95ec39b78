import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readdirSync } from "node:fs";
import path from "node:path";
import { findFfmpeg } from "../../../../../kernel/aen/sources/video/ffmpeg.js";
import { FfmpegLog } from "../../../../../kernel/aen/sources/video/ffmpegLog.js";
import { runFfmpeg } from "../../../../../kernel/aen/sources/video/runFfmpeg.js";
import { openVideo } from "../../../../../kernel/aen/sources/video/videoFile.js";
import { writeJpegFrames } from "../../../../../kernel/aen/sources/video/writeJpegFrames.js";
import { drawVideo, temporaryFolder } from "./testVideo.js";

describe("ffmpeg", () => {
  const folder = temporaryFolder();
  const video = path.join(folder, "clip.avi");
  before(() => void drawVideo(video));

  it("is not started for work that was stopped before", async () => {
    const copy = path.join(folder, "copy.avi");
    const ffmpeg = await findFfmpeg();
    const stopped = AbortSignal.abort(new Error("stopped"));
    const output = ["-c", "copy", copy];
    assert.throws(() => runFfmpeg(ffmpeg, new FfmpegLog(video), output, stopped), /stopped/);
    await runFfmpeg(ffmpeg, new FfmpegLog(video), ["-frames:v", "1", "-f", "null", "-"]).ended;
    assert.equal(existsSync(copy), false);
  });

  it("writes no frame when the stop comes while it is being looked for", async () => {
    const stop = new AbortController();
    const frames = mkdtempSync(path.join(folder, "frames-"));
    const opened = await openVideo(video);
    const writing = writeJpegFrames(opened, frames, { signal: stop.signal });
    stop.abort(new Error("stopped"));
    await assert.rejects(writing, /stopped/);
    assert.deepEqual(readdirSync(frames), []);
  });
});
