import assert from "node:assert/strict";
import { followFace } from "../../../kernel/faces/followFace.js";
import { drawFrame, type SyntheticRecipe } from "../../../kernel/aen/synthetic/syntheticClip.js";
import { syntheticClips } from "../../../kernel/aen/synthetic/syntheticClips.js";
import { DataError } from "../../../kernel/files/dataError.js";
import type { Picture } from "../../../kernel/images/picture.js";

async function* video(pictures: readonly Picture[]): AsyncGenerator<Picture> {
  yield* pictures;
}

describe("the face of a video", function () {
  this.timeout(60_000);

  it("without any face is reported with the file, the number of frames and a way out", async () => {
    const dark = { width: 32, height: 32, data: new Uint8Array(32 * 32 * 3) };
    const following = followFace("holiday.mp4", video([dark, dark]));
    await assert.rejects(following, (error: Error) => {
      assert.ok(error instanceof DataError);
      assert.match(error.message, /holiday\.mp4: no face was found in its 2 frames\..*faces: false/);
      return true;
    });
  });

  it("is found by the real networks in a drawn face, upright and about as large as it is", async () => {
    const size = 224;
    const { clips } = await syntheticClips({ perEmotion: 1, identities: 1, size, deviating: 0 });
    const happy = clips.find(({ label }) => label === 0)!;
    const data = drawFrame(happy.source!.data as SyntheticRecipe, 0);
    const { frames, remarks } = await followFace("drawn", video([{ width: size, height: size, data }]));
    assert.deepEqual(remarks, [], "nobody else is there");
    const [{ sight, map }] = frames;
    assert.equal(sight, "seen");
    const { a, d, c, f } = map!;
    assert.ok(Math.abs(Math.atan2(d, a)) < 0.35, "upright");
    const side = Math.hypot(a, d);
    assert.ok(side > 0.4 * size && side < 1.4 * size, `its side is ${side} of ${size}`);
    const middle = [c + (a - d) / 2, f + (d + a) / 2];
    assert.ok(Math.hypot(middle[0] - size / 2, middle[1] - size / 2) < 0.2 * size, `its middle is ${middle}`);
  });
});
