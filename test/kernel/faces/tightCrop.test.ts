import assert from "node:assert/strict";
import { createRequire } from "node:module";
import type { Box } from "../../../kernel/faces/box.js";
import { detectSsd, detectTiny } from "../../../kernel/faces/detectFaces.js";
import { faceNets } from "../../../kernel/faces/faceNets.js";
import { trackFaces } from "../../../kernel/faces/trackFaces.js";
import type { Picture } from "../../../kernel/images/picture.js";
import { readImage } from "../../../kernel/images/readImage.js";

describe("a photograph cropped to the face, without surroundings", function () {
  this.timeout(120_000);

  /** Where face-api's SSD detector sees a face in its demonstration's photographs. */
  const faces: Readonly<Record<string, Box>> = {
    sample4: { x: 255, y: 182, width: 162, height: 250 },
    sample5: { x: 787, y: 109, width: 154, height: 212 },
  };

  for (const [name, box] of Object.entries(faces))
    it(`is a face, though neither detector sees one in it: ${name}`, async () => {
      const picture = cropped(await photograph(name), box);
      assert.deepEqual(await detectTiny(faceNets(), picture, 224, 0.5), []);
      assert.deepEqual(await detectSsd(faceNets(), picture, 0.5), []);
      assert.equal((await trackFaces(once(picture))).people.length, 1);
    });

  it("is none where the crop shows half of it", async () => {
    const { x, y, width, height } = faces.sample4;
    const picture = cropped(await photograph("sample4"), { x, y: y + height / 2, width, height: height / 2 });
    assert.equal((await trackFaces(once(picture))).people.length, 0);
  });
});

function photograph(name: string): Promise<Picture> {
  return readImage(createRequire(import.meta.url).resolve(`@vladmandic/face-api/demo/${name}.jpg`));
}

function cropped({ width, data }: Picture, box: Box): Picture {
  const rows = Array.from({ length: box.height }, (_, row) => ((box.y + row) * width + box.x) * 3);
  const pixels = rows.flatMap((at) => [...data.subarray(at, at + box.width * 3)]);
  return { width: box.width, height: box.height, data: Uint8Array.from(pixels) };
}

async function* once(picture: Picture): AsyncGenerator<Picture> {
  yield picture;
}
