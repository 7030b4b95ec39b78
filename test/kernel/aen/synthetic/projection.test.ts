import assert from "node:assert/strict";
import { posing, projected } from "../../../../kernel/aen/synthetic/projection.js";

const level = { yaw: 0, pitch: 0, roll: 0, right: 0, down: 0, zoom: 1 };
const pointOf = (place: [number, number, number], view = {}, deeper = 0) => {
  const { points } = projected(Float32Array.from(place), posing({ ...level, ...view }, 220), deeper);
  return [...points].map((value) => Math.round(value * 1000) / 1000);
};

describe("a point of a head in a picture", () => {
  it("stands at ten pixels a centimetre where 22 cm fill 220 pixels, larger when nearer", () => {
    assert.deepEqual(pointOf([0, 0, -2]), [110, 110, 0]);
    const scale = 60 / 62; // 60 cm from the camera to 2 cm before the centre
    assert.deepEqual(pointOf([1, 2, -2]).slice(0, 2), [110 + 10 * scale, 110 - 20 * scale].map((v) => Math.round(v * 1000) / 1000)); // prettier-ignore
    assert.ok(pointOf([1, 0, 8])[0] > pointOf([1, 0, -2])[0]);
  });

  it("turns to the viewer's right, downwards and clockwise", () => {
    const quarter = Math.PI / 2;
    assert.ok(pointOf([0, 0, 8], { yaw: quarter })[0] > 200);
    assert.ok(pointOf([0, 0, 8], { pitch: quarter })[1] > 200);
    assert.ok(pointOf([0, 5, -2], { roll: quarter })[0] > 150);
  });

  it("lies deeper where it is recessed", () => {
    assert.equal(pointOf([0, 0, -2], {}, 1.5)[2], -1.5);
  });
});
