import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { findFfmpeg } from "../../../../../kernel/aen/sources/video/ffmpeg.js";
import { FfmpegLog } from "../../../../../kernel/aen/sources/video/ffmpegLog.js";
import { measureVideo } from "../../../../../kernel/aen/sources/video/measureVideo.js";
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
    assert.throws(() => runFfmpeg(ffmpeg, new FfmpegLog(video), output, { signal: stopped }), /stopped/);
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

  describe("given a file that names others", () => {
    const secret = path.join(folder, "secret.avi");
    before(() => void drawVideo(secret));
    const segment = "#EXTM3U\n#EXT-X-TARGETDURATION:9\n#EXTINF:2,\n";
    const files: Record<string, (name: string) => string> = {
      "a playlist": (name) => `${segment}${name}\n#EXT-X-ENDLIST\n`,
      "a playlist with a path": () => `${segment}${secret}\n#EXT-X-ENDLIST\n`,
      "a list to join": (name) => `ffconcat version 1.0\nfile '${name}'\n`,
      "a list to join by address": () => `ffconcat version 1.0\nfile 'file:${secret}'\n`,
      "a manifest": (name) =>
        `<?xml version="1.0"?><MPD xmlns="urn:mpeg:dash:schema:mpd:2011" profiles="urn:mpeg:dash:profile:isoff-on-demand:2011" type="static" mediaPresentationDuration="PT2S"><Period><AdaptationSet mimeType="video/mp4"><Representation id="1" bandwidth="1"><BaseURL>${name}</BaseURL></Representation></AdaptationSet></Period></MPD>`,
      "a drawing": (name) =>
        `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="${name}" width="9" height="9"/></svg>`,
      "a session": () => "v=0\no=- 0 0 IN IP4 127.0.0.1\nc=IN IP4 127.0.0.1\nm=video 9 RTP/AVP 96\n",
    };

    for (const [what, content] of Object.entries(files)) {
      it(`does not read them: ${what}`, async () => {
        const crafted = path.join(folder, "crafted.mp4");
        writeFileSync(crafted, content("secret.avi"));
        const log = new FfmpegLog(crafted);
        await runFfmpeg(await findFfmpeg(), log, ["-vf", "showinfo", "-f", "null", "-"]).ended;
        assert.deepEqual(log.times, [], log.trouble);
        assert.match(
          log.noPictures().message,
          /format that can name further files|not a video that can be decoded/,
        );
      });
    }

    it("says of a playlist that it is one, and what to give instead", async () => {
      const crafted = path.join(folder, "list.mp4");
      writeFileSync(crafted, files["a list to join"]("secret.avi"));
      await assert.rejects(
        async () => measureVideo(await openVideo(crafted)),
        /list\.mp4: this is a playlist, a drawing or another format .* Give the recording itself/,
      );
    });
  });

  it("that something else ends is not the video's fault; one that is stopped just ends", async function () {
    if (process.platform === "win32") this.skip();
    const program = path.join(folder, "killed");
    const ffmpeg = { path: program, version: "5.1", source: "FFMPEG_PATH" };
    writeFileSync(program, "#!/bin/sh\nkill -KILL $$\n", { mode: 0o755 });
    await assert.rejects(
      runFfmpeg(ffmpeg, new FfmpegLog("a.mp4"), []).ended,
      /a\.mp4: ffmpeg was ended by SIGKILL, as the system does when memory runs out; the video itself may be fine/,
    );
    writeFileSync(program, "#!/bin/sh\nkill -SEGV $$\n", { mode: 0o755 });
    await assert.rejects(
      runFfmpeg(ffmpeg, new FfmpegLog("a.mp4"), []).ended,
      /ended by SIGSEGV; the video itself/,
    );
    const whole = runFfmpeg(await findFfmpeg(), new FfmpegLog(video), ["-f", "null", "-"]);
    whole.stop();
    await whole.ended;
  });

  it("decodes no picture of more than 100 million pixels, and says what to do", async () => {
    const large = drawVideo(path.join(folder, "large.avi"), 1, "10016x10000", "-c:v", "mjpeg");
    await assert.rejects(
      async () => measureVideo(await openVideo(large)),
      /large\.avi: its pictures have more than 100 million pixels\. Scale it down/,
    );
  });
});
