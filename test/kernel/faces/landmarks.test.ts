import assert from "node:assert/strict";
import { boxOf, centreOf, eyesAndMouth, landmarkCount, rollOf } from "../../../kernel/faces/landmarks.js";

/** Point i lies at (i, 100 - i). */
const descending = Float32Array.from({ length: 2 * landmarkCount }, (_, at) =>
  at % 2 === 0 ? at / 2 : 100 - (at - 1) / 2,
);

describe("landmarks", () => {
  it("have a centre of points, the last one excluded", () => {
    assert.deepEqual(centreOf(descending, 0, 3), { x: 1, y: 99 });
    assert.deepEqual(centreOf(descending, 5, 6), { x: 5, y: 95 });
  });

  it("have eyes and mouth in the places of 300-W's mark-up: 36-41, 42-47, 48-67", () => {
    assert.deepEqual(eyesAndMouth(descending), [
      { x: 38.5, y: 61.5 },
      { x: 44.5, y: 55.5 },
      { x: 57.5, y: 42.5 },
    ]);
  });

  it("roll by the angle of the line through the eyes, clockwise", () => {
    const eyes = (right: readonly [number, number]) => {
      const points = new Float32Array(136);
      for (let point = 42; point < 48; point++) points.set(right, 2 * point);
      return points;
    };
    assert.equal(rollOf(eyes([10, 0])), 0);
    assert.ok(Math.abs(rollOf(eyes([10, 10])) - Math.PI / 4) < 1e-12, "the right eye lower");
    assert.ok(Math.abs(rollOf(eyes([5, -5])) + Math.PI / 4) < 1e-12, "the right eye higher");
  });

  it("lie in a box that touches the outermost of them, negative ones too", () => {
    assert.deepEqual(boxOf(descending), { x: 0, y: 33, width: 67, height: 67 });
    assert.deepEqual(boxOf(Float32Array.of(-4, 2, 6, -8)), { x: -4, y: -8, width: 10, height: 10 });
  });
});
