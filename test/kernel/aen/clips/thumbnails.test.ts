import assert from "node:assert/strict";
import sharp from "sharp";
import type { Clip } from "../../../../kernel/aen/clips/clip.js";
import { thumbnails } from "../../../../kernel/aen/clips/thumbnails.js";

const colours = [
  [200, 30, 30],
  [30, 30, 200],
];

const clip: Clip = {
  id: "two colours",
  label: null,
  identity: null,
  frameCount: 2,
  frameRate: null,
  truth: null,
  async read(frames) {
    const data = Uint8Array.from(
      frames.flatMap((frame) => Array.from({ length: 80 * 60 }, () => colours[frame]).flat()),
    );
    return { count: frames.length, height: 60, width: 80, data };
  },
};

describe("thumbnails", () => {
  it("are small pictures of the frames, in the order given", async () => {
    const [jpeg, webp] = [await thumbnails(clip, [1, 0], 30), await thumbnails(clip, [1, 0], 30, "webp")];
    for (const [at, uri] of [...jpeg, ...webp].entries()) {
      const index = at % 2;
      assert.match(uri, at < 2 ? /^data:image\/jpeg;base64,/ : /^data:image\/webp;base64,/);
      const image = sharp(Buffer.from(uri.split(",")[1], "base64"));
      const { width, height } = await image.metadata();
      assert.deepEqual([width, height], [40, 30]);
      const { channels } = await image.stats();
      channels.forEach(({ mean }, c) => assert.ok(Math.abs(mean - colours[1 - index][c]) < 6));
    }
  });
});
