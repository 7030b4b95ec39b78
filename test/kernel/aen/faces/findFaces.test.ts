import assert from "node:assert/strict";
import "../../../../kernel/engine/tensorflow.js";
import { drawFace } from "../../../../kernel/aen/faces/drawFace.js";
import { findFaces } from "../../../../kernel/aen/faces/findFaces.js";
import { pictureScene } from "../../../../kernel/aen/faces/pictureScene.js";

describe("faces found in a picture", function () {
  this.timeout(120_000);

  it("are those that were drawn, the largest first, with the eyes near where they are", async () => {
    const [one, other] = [3, 4].map((person) => drawFace({ person, zoom: 0.8, size: 180 }));
    const places = [
      { picture: one, x: 200, y: 50, width: 100 },
      { picture: other, x: 10, y: 10, width: 160 },
    ];
    const found = await findFaces(pictureScene(places, 320, 180));
    assert.equal(found.length, 2);
    found.forEach(({ points, box, score }, at) => {
      const { picture, x, y, width } = places[1 - at];
      const scale = width / 180;
      const eye = { x: x + scale * picture.points.leftEye.x, y: y + scale * picture.points.leftEye.y };
      const off = Math.hypot(points.leftEye.x - eye.x, points.leftEye.y - eye.y);
      assert.ok(off < 0.12 * box.width, `${off} px of ${box.width}`);
      assert.ok(score > 0.3 && score <= 1);
    });
  });

  it("are none where there is only a wall", async () => {
    assert.deepEqual(await findFaces(pictureScene([], 160, 120)), []);
  });
});
