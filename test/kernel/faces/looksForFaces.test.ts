import assert from "node:assert/strict";
import { looksForFaces } from "../../../kernel/faces/looksForFaces.js";
import { PaintedFaceNets, paint, red } from "./paintedFaces.js";

async function glances(thorough: boolean, nets = new PaintedFaceNets()) {
  const picture = paint(240, 160, { box: { x: 60, y: 40, width: 50, height: 40 }, colour: red });
  const all = [];
  for await (const glance of looksForFaces(nets, picture, thorough)) all.push(glance);
  return all;
}

describe("looks for faces in a whole picture", () => {
  it("are two quick ones, or all that there are, which end with the turned ones", async () => {
    assert.equal((await glances(false)).length, 2);
    assert.deepEqual(
      (await glances(true)).map(({ turn }) => turn),
      [0, 0, 0, 0, 0, 1, 3, 2],
    );
  });

  it("cost nothing that the caller does not ask for", async () => {
    const nets = new PaintedFaceNets();
    for await (const { found } of looksForFaces(nets, paint(24, 16), true)) if (found.length === 0) break;
    assert.deepEqual([nets.asked.tiny, nets.asked.ssd], [1, 0]);
  });

  it("all find a face where it is, also with a border and turned", async () => {
    for (const { found, turn } of await glances(true)) {
      const [{ box }] = found;
      const off = Math.max(...[box.x - 60, box.y - 40, box.width - 50, box.height - 40].map(Math.abs));
      assert.ok(off < 5, `turn ${turn}: ${JSON.stringify(box)}`);
    }
  });
});
