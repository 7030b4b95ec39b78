import assert from "node:assert/strict";
import path from "node:path";
import { clips } from "../../../../../kernel/aen/sources/index.js";
import { faceVideo } from "./faceVideo.js";
import { drawVideo, ffmpeg, temporaryFolder } from "./testVideo.js";

describe("the people of a video file", function () {
  this.timeout(120_000);
  const folder = temporaryFolder();
  const at = (name: string) => path.join(folder, name);

  it("are numbered as the option person takes them, and the chosen one is cut out, kept and cached apart", async () => {
    const one = await faceVideo(at("one.mp4"), 3);
    const two = at("two.mp4");
    const small = "[b]scale=iw*3/4:-2,pad=iw*4/3:ih*4/3:(ow-iw)/2:(oh-ih)/2[far]";
    ffmpeg("-i", one, "-filter_complex", `[0:v]split[near][b];${small};[far][near]hstack`, "-crf", "12", two);
    const people = await clips.people(two);
    assert.deepEqual([...people].map(({ number, share }) => [number, share]), [[1, 1], [2, 1]]); // prettier-ignore
    const [right, left] = people;
    assert.ok(left.place.x < 0.5 && right.place.x > 0.5 && left.width < right.width);
    const cache = at("cache");
    const clip = async (person: "left" | 1 | 2) => clips.fromVideo(two, { cache, person });
    const [first, second, onLeft] = [await clip(1), await clip(2), await clip("left")];
    assert.deepEqual(onLeft.faceSights, ["seen", "seen", "seen"]);
    const pixels = await Promise.all([first, second, onLeft].map(async (one) => (await one.read([1])).data));
    assert.deepEqual(pixels[1], pixels[2], "person 2 is the left one");
    assert.notDeepEqual(pixels[0], pixels[1]);
    assert.notEqual(first.contentKey, second.contentKey, "content keys tell whose face it is");
  });

  it("are nobody where no face is found, which is said", async () => {
    const video = drawVideo(at("plain.mp4"), 2, "64x48");
    await assert.rejects(clips.people(video), /plain\.mp4: no face was found in its 2 frames/);
  });
});
