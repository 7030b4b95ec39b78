import assert from "node:assert/strict";
import { apply } from "../../../kernel/faces/affine.js";
import { squareMap } from "../../../kernel/faces/detectFaces.js";
import { angleOf, turnedBack, turns } from "../../../kernel/faces/turns.js";

describe("quarter turns", () => {
  it("are tried upright first and upside down last, and are angles clockwise", () => {
    assert.deepEqual(turns, [0, 1, 3, 2]);
    assert.deepEqual(turns.map(angleOf), [0, Math.PI / 2, (3 * Math.PI) / 2, Math.PI]);
  });

  it("bring a box back to where it lies in the picture", () => {
    // By hand: in a square of 100, turned a quarter clockwise, the upper left corner of the view is the upper right one.
    const region = { x: 10, y: 20, width: 100, height: 100 };
    const found = { x: 10, y: 20, width: 30, height: 20 };
    assert.deepEqual(turnedBack(found, region, 0), found);
    assert.deepEqual(turnedBack(found, region, 1), { x: 90, y: 20, width: 20, height: 30 });
    assert.deepEqual(turnedBack(found, region, 2), { x: 80, y: 100, width: 30, height: 20 });
    assert.deepEqual(turnedBack(found, region, 3), { x: 10, y: 90, width: 20, height: 30 });
  });

  it("agree with the map that pictures are looked at through", () => {
    const region = { x: 10, y: 20, width: 100, height: 100 };
    for (const turn of turns) {
      const { x, y, width, height } = turnedBack({ x: 40, y: 30, width: 12, height: 40 }, region, turn);
      const middle = apply(squareMap(region, 100, turn), { x: 36, y: 30 });
      assert.ok(Math.hypot(middle.x - x - width / 2, middle.y - y - height / 2) < 1e-9, `turn ${turn}`);
    }
  });
});
