import assert from "node:assert/strict";
import { locateFace } from "../../../kernel/faces/locateFace.js";
import { PaintedFaceNets, facePoints, paint, red } from "./paintedFaces.js";

const box = { x: 70, y: 40, width: 60, height: 60 };
const picture = paint(200, 150, { box, colour: red });
const truth = Float32Array.from(
  facePoints.flatMap(([x, y]) => [box.x + x * box.width, box.y + y * box.height]),
);

function assertPoints(landmarks: Float32Array, tolerance = 1.5): void {
  assert.equal(landmarks.length, 136);
  truth.forEach((value, at) => assert.ok(Math.abs(landmarks[at] - value) < tolerance, `point ${at >> 1}`));
}

/** Networks whose points of the jaw depend on where in the patch they look, as before a covered face. */
class GuessingNets extends PaintedFaceNets {
  override async landmarks(pixels: Uint8Array): Promise<Float32Array> {
    const points = await super.landmarks(pixels);
    const looks = points.length / 136;
    for (let look = 0; look < looks; look++)
      for (let point = 0; point < 17; point++) points[look * 136 + 2 * point] += 0.02 * (look % 3);
    return points;
  }
}

describe("the points of a face", () => {
  it("are found from a detector's box, in pixels of the picture", async () => {
    assertPoints((await locateFace(new PaintedFaceNets(), picture, { box })).landmarks);
  });

  it("are found from a box that is off, too", async () => {
    const hint = { box: { x: 62, y: 47, width: 66, height: 58 } };
    assertPoints((await locateFace(new PaintedFaceNets(), picture, hint)).landmarks);
  });

  it("are found again from those of the frame before, with one look fewer at the whole", async () => {
    const nets = new PaintedFaceNets();
    const before = truth.map((value) => value + 4);
    assertPoints((await locateFace(nets, picture, { before }, false)).landmarks);
    assert.equal(nets.asked.looks, 1);
  });

  it("are looked at five times when it is to be thorough: then it is known how far the jaw wanders", async () => {
    const nets = new PaintedFaceNets();
    const { wander } = await locateFace(nets, picture, { before: truth }, true);
    assert.equal(nets.asked.looks, 5);
    assert.ok(wander !== null && wander < 0.5, `a face in plain sight wanders by ${wander}`);
    assert.equal((await locateFace(nets, picture, { before: truth }, false)).wander, null);
  });

  it("wander where the network guesses: by the standard deviation in per cent of the face's width", async () => {
    const { wander } = await locateFace(new GuessingNets(), picture, { before: truth });
    // Shifts of 0, 1, 2, 0, 1 times 0.02 of the patch, along x alone; the face is 1/1.2 of the patch wide.
    const deviation = Math.sqrt([0, 1, 2, 0, 1].reduce((sum, at) => sum + (at - 0.8) ** 2, 0) / (2 * 5));
    assert.ok(Math.abs(wander! - 100 * 0.02 * deviation * 1.2) < 0.3, `wander ${wander}`);
  });
});
