import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import pixelmatch from "pixelmatch";
import { PNG } from "pngjs";
import { deviatingFrames, syntheticFaces } from "../../../media/pictures/syntheticFaces.js";

describe("the pictures of synthetic faces in the documentation", function () {
  this.timeout(300_000);
  for (const [file, draw] of [
    ["synthetic-faces.png", syntheticFaces],
    ["deviating-frames.png", deviatingFrames],
  ] as const) {
    it(`${file} is what is drawn now (npx tsx media/pictures/syntheticFaces.ts draws it anew)`, async () => {
      const kept = PNG.sync.read(await readFile(new URL(`../../../media/pictures/${file}`, import.meta.url)));
      const drawn = PNG.sync.read(await draw());
      assert.deepEqual([drawn.width, drawn.height], [kept.width, kept.height]);
      const different = pixelmatch(kept.data, drawn.data, undefined, kept.width, kept.height, {
        threshold: 0.15,
      });
      const share = different / (kept.width * kept.height);
      assert.ok(share < 0.02, `${(100 * share).toFixed(1)} % of the pixels differ`);
    });
  }
});
