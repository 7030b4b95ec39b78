import assert from "node:assert/strict";
import { pictureScene } from "../../../../kernel/aen/faces/pictureScene.js";

const plain = (grey: number) => ({ width: 4, height: 4, data: new Uint8Array(48).fill(grey) });

describe("a scene of pictures", () => {
  it("puts them at their places, scaled, the later ones in front, cut off at the edges", () => {
    const placed = [
      { picture: plain(10), x: 0, y: 0, width: 2 },
      { picture: plain(20), x: 1, y: 1, width: 2 },
      { picture: plain(30), x: -1, y: 2, width: 2 },
      { picture: plain(40), x: 9, y: 0, width: 2 },
    ];
    const { data, width, height } = pictureScene(placed, 4, 3);
    assert.deepEqual([width, height], [4, 3]);
    const greys = [...data].filter((_, at) => at % 3 === 0);
    assert.deepEqual(greys, [10, 10, 168, 168, 10, 20, 20, 168, 30, 20, 20, 168]);
  });
});
