import assert from "node:assert/strict";
import path from "node:path";
import type { Clip } from "../../../kernel/aen/clips/clip.js";
import { clips } from "../../../kernel/aen/sources/index.js";
import { realClip } from "../aen/sources/video/realClips.js";
import { ffmpeg, temporaryFolder } from "../aen/sources/video/testVideo.js";

const frames = "24";

describe("a face among others", () => {
  const folder = temporaryFolder();
  const at = (name: string) => path.join(folder, name);
  let recording: string;
  let alone: Clip;

  before(async function () {
    this.timeout(120_000);
    recording = realClip(this as unknown as Mocha.Context, "sad-occluded-happy.mp4");
    ffmpeg("-i", recording, "-frames:v", frames, "-an", "-crf", "14", at("alone.mp4"));
    alone = await clips.fromVideo(at("alone.mp4"), { cache: at("cache") });
  });

  /** Mean difference of the faces that two clips give, in grey levels. */
  async function difference(a: Clip, b: Clip): Promise<number> {
    const [x, y] = await Promise.all([a, b].map(async (clip) => (await clip.read([4, 12, 20])).data));
    return x.reduce((sum, value, i) => sum + Math.abs(value - y[i]), 0) / x.length;
  }

  for (const side of ["left", "right"]) {
    it(`of two people the nearer one is kept, here on the ${side}`, async function () {
      this.timeout(120_000);
      const inputs = side === "left" ? "[near][far]" : "[far][near]";
      const far = "[b]scale=iw/2:-2,hflip,pad=iw:2*ih:0:ih/2[far]";
      const video = at(`${side}.mp4`);
      const graph = `[0:v]split[near][b];${far};${inputs}hstack`;
      ffmpeg("-i", recording, "-filter_complex", graph, "-frames:v", frames, "-an", "-crf", "14", video);
      const both = await clips.fromVideo(video, { cache: at("cache") });
      assert.deepEqual(both.faceSights, alone.faceSights);
      const off = await difference(both, alone);
      assert.ok(off < 6, `the faces differ by ${off.toFixed(1)} grey levels in the mean`);
    });
  }

  it("a face that is gone for three frames is bridged, one that is gone for long is not", async function () {
    this.timeout(120_000);
    const video = at("gaps.mp4");
    const black = "drawbox=x=0:y=0:w=iw:h=ih:color=black:t=fill:enable='between(n,6,8)+between(n,14,22)'";
    ffmpeg("-i", recording, "-vf", black, "-frames:v", "30", "-an", "-crf", "14", video);
    const { faceSights } = await clips.fromVideo(video, { cache: at("cache") });
    assert.deepEqual(faceSights!.slice(6, 9), ["bridged", "bridged", "bridged"]);
    assert.deepEqual(faceSights!.slice(15, 22), Array(7).fill("none"));
    assert.ok(
      [0, 3, 11, 26].every((frame) => faceSights![frame] === "seen"),
      faceSights!.join(" "),
    );
  });
});
