import assert from "node:assert/strict";
import { trackFaces } from "../../../kernel/faces/trackFaces.js";
import { green, paint, PaintedFaceNets, red } from "./paintedFaces.js";

const at = (x: number, side: number) => ({ x, y: 40, width: side, height: side });

async function* video(length: number) {
  for (let frame = 0; frame < length; frame++)
    yield paint(240, 160, { box: at(20 + frame, 50), colour: red }, { box: at(140, 70), colour: green });
}

describe("the faces of a video", () => {
  it("are people with their faces, places and portraits, and the number of frames", async () => {
    const { people, frameCount } = await trackFaces(video(5), new PaintedFaceNets());
    assert.equal(frameCount, 5);
    assert.deepEqual(
      people.map(({ number, faces }) => [number, faces.length]),
      [
        [1, 5],
        [2, 5],
      ],
    );
    const [larger, smaller] = people;
    assert.ok(Math.abs(larger.place.x - 175 / 240) < 0.03 && Math.abs(smaller.place.x - 47 / 240) < 0.03);
    assert.deepEqual([larger.portrait?.width, larger.portrait?.height], [150, 150]);
  });
});
