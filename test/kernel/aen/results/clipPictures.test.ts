import assert from "node:assert/strict";
import sharp from "sharp";
import type { Clip } from "../../../../kernel/aen/clips/clip.js";
import { LabelSet } from "../../../../kernel/aen/labels.js";
import { clipPictures, frameDetail, framesOfFirst } from "../../../../kernel/aen/results/clipPictures.js";
import { EvaluatedClip } from "../../../../kernel/aen/results/evaluatedClip.js";

const labels = new LabelSet(["a", "b"], { all: ["a", "b"] });
const truth = Array.from({ length: 9 }, () => ({ emotion: 0, intensity: 1 }));

/** A clip whose frame n is of the grey 20 n, of which the network saw some frames and named "a". */
function evaluated(
  id: string,
  label: number | null,
  frameNumbers = [1, 4, 8],
  named = [-0.1, -3],
): EvaluatedClip {
  const clip: Clip = {
    ...{ id, label, identity: null, frameCount: 9, frameRate: 12, truth },
    read: async (frames) => ({
      ...{ count: frames.length, width: 8, height: 8 },
      data: Uint8Array.from(frames.flatMap((frame) => new Array<number>(192).fill(20 * frame))),
    }),
  };
  const scores = {
    clipLogProbabilities: named,
    emotionLogProbabilities: named,
    sentimentLogProbabilities: [0],
  };
  return new EvaluatedClip(clip, { clip: id, label, frameNumbers, ...scores }, labels, 0.3);
}
async function grey(uri: string): Promise<number> {
  const { channels } = await sharp(Buffer.from(uri.split(",")[1], "base64")).stats();
  return Math.round(channels[0].mean / 20);
}
const greys = (uris: readonly string[]) => Promise.all(uris.map(grey));

describe("pictures of evaluated clips", () => {
  it("are the middle one of the frames that the network saw, for each clip", async () => {
    const clips = [evaluated("x", 0), evaluated("y", 0, [2, 3, 6, 7]), evaluated("z", 0, [5])];
    const { thumbnails } = await clipPictures(clips);
    assert.deepEqual([...thumbnails.keys()], ["x", "y", "z"]);
    assert.deepEqual(await greys([...thumbnails.values()]), [4, 6, 5]);
  });

  it("are all frames of the clips that were named wrongly, but not of right or unlabelled ones", async () => {
    const clips = [evaluated("right", 0), evaluated("unlabelled", null), evaluated("wrong", 1)];
    const { frames } = await clipPictures(clips);
    assert.deepEqual([...frames.keys()], ["wrong"]);
    assert.deepEqual(await greys(frames.get("wrong")!.thumbnails!), [1, 4, 8]);
  });

  it("are few enough for a notebook: of the first 300 clips, with frames of the first 4 mistakes", async () => {
    const clips = Array.from({ length: 301 }, (_, i) => evaluated(`${i}`, i < 250 ? 0 : 1, [1]));
    const { thumbnails, frames } = await clipPictures(clips);
    assert.deepEqual([thumbnails.size, thumbnails.has("299"), thumbnails.has("300")], [300, true, false]);
    assert.deepEqual([frames.size, frames.has("250"), frames.has("253")], [4, true, true]);
  });

  it("come with what is known of the frames", async () => {
    const { thumbnails, ...known } = await frameDetail(evaluated("x", 0));
    assert.deepEqual(known, { truth, frameRate: 12 });
    assert.equal(thumbnails!.length, 3);
    assert.deepEqual([...(await framesOfFirst([evaluated("x", 0)])).keys()], ["x"]);
  });
});
