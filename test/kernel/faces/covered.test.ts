import assert from "node:assert/strict";
import path from "node:path";
import type { FaceFrame } from "../../../kernel/faces/faceTimeline.js";
import { followFace } from "../../../kernel/faces/followFace.js";
import { decodeVideo } from "../../../kernel/aen/sources/video/decodeVideo.js";
import { openVideo } from "../../../kernel/aen/sources/video/videoFile.js";
import { realClip } from "../aen/sources/video/realClips.js";
import { ffmpeg, temporaryFolder } from "../aen/sources/video/testVideo.js";

const length = 60;
const from = 20;
const to = 45;

/**
 * The bound from which a face counts as covered was chosen on the hand in this recording. Here another stretch of it,
 * mirrored, in which the face is free and happy, is covered by a rectangle.
 */
describe("a face behind a rectangle", () => {
  const folder = temporaryFolder();
  const free = path.join(folder, "free.mp4");
  let map: NonNullable<FaceFrame["map"]>;

  const follow = async (video: string) =>
    (await followFace(video, (await decodeVideo(await openVideo(video))).pictures)).frames;
  const share = (frames: readonly FaceFrame[], ...sights: string[]) =>
    frames.filter(({ sight }) => sights.includes(sight)).length / frames.length;

  before(async function () {
    this.timeout(120_000);
    const recording = realClip(this as unknown as Mocha.Context, "sad-occluded-happy.mp4");
    const cut = `select=between(n\\,300\\,${299 + length}),hflip,setpts=N/25/TB`;
    ffmpeg("-i", recording, "-vf", cut, "-an", "-crf", "14", free);
    const timeline = await follow(free);
    assert.equal(share(timeline, "seen"), 1, "nothing covers it yet");
    map = timeline[from].map!;
  });

  for (const [name, place, colour] of [
    ["over mouth and chin, as bright as skin", { x: 0.15, y: 0.55, w: 0.7, h: 0.45 }, "0xc09080"],
    ["over one half, dark", { x: 0, y: 0, w: 0.5, h: 1 }, "0x302820"],
  ] as const) {
    it(`is marked while it is there: ${name}`, async function () {
      this.timeout(120_000);
      const side = Math.hypot(map.a, map.d);
      const [x, y] = [map.c + place.x * map.a, map.f + place.y * map.e].map(Math.round);
      const [w, h] = [place.w * side, place.h * side].map(Math.round);
      const when = `enable='between(n,${from},${to - 1})'`;
      const box = `drawbox=x=${x}:y=${y}:w=${w}:h=${h}:color=${colour}:t=fill:${when}`;
      const video = path.join(folder, "covered.mp4");
      ffmpeg("-i", free, "-vf", box, "-an", "-crf", "14", video);
      const timeline = await follow(video);
      const marked = share(timeline.slice(from, to), "covered", "bridged", "none");
      assert.ok(marked >= 0.8, `${marked} of the covered frames are marked`);
      const rest = [...timeline.slice(0, from - 3), ...timeline.slice(to + 3)];
      assert.equal(share(rest, "seen"), 1, "the other frames are not");
    });
  }
});
