import assert from "node:assert/strict";
import type { Box } from "../../../kernel/faces/box.js";
import { detectSsd, detectTiny, squareOf, wholePicture } from "../../../kernel/faces/detectFaces.js";
import { PaintedFaceNets, green, paint, red } from "./paintedFaces.js";

function assertAt(actual: Box, expected: Box, tolerance: number): void {
  for (const key of ["x", "y", "width", "height"] as const)
    assert.ok(
      Math.abs(actual[key] - expected[key]) <= tolerance,
      `${key} is ${actual[key]}, not ${expected[key]}`,
    );
}

describe("where a detector looks", () => {
  it("is a square that holds the whole picture in its upper left corner", () => {
    assert.deepEqual(wholePicture(paint(40, 25)), { x: 0, y: 0, width: 40, height: 40 });
    assert.deepEqual(wholePicture(paint(25, 40)), { x: 0, y: 0, width: 40, height: 40 });
  });

  it("shows its region at the network's size, black beyond the picture", () => {
    const picture = paint(8, 4, { box: { x: 0, y: 0, width: 8, height: 4 }, colour: red });
    const square = squareOf(picture, wholePicture(picture), 8);
    const rowsOfRed = Array.from({ length: 8 }, (_, y) => square[(y * 8 + 3) * 3] === red[0]);
    assert.deepEqual(rowsOfRed, [true, true, true, true, false, false, false, false]);
    const repeated = squareOf(picture, wholePicture(picture), 8, { border: "replicate" });
    assert.ok(repeated.every((value, at) => value === red[at % 3]));
  });
});

describe("detections", () => {
  const face: Box = { x: 60, y: 30, width: 48, height: 56 };
  const other: Box = { x: 150, y: 80, width: 40, height: 40 };
  const picture = paint(224, 160, { box: face, colour: red }, { box: other, colour: green });
  const byPlace = (found: readonly { box: Box }[]) => found.map(({ box }) => box).sort((a, b) => a.x - b.x);

  for (const size of [160, 224, 416]) {
    it(`of the tiny detector come back in pixels of the picture, looked at with ${size} pixels`, async () => {
      const [first, second, ...more] = byPlace(await detectTiny(new PaintedFaceNets(), picture, size, 0.5));
      assert.deepEqual(more, []);
      assertAt(first, face, 2 * (224 / size));
      assertAt(second, other, 2 * (224 / size));
    });
  }

  it("of the SSD detector come back in pixels of the picture", async () => {
    const [first, second, ...more] = byPlace(await detectSsd(new PaintedFaceNets(), picture, 0.5));
    assert.deepEqual(more, []);
    assertAt(first, face, 1);
    assertAt(second, other, 1);
  });

  it("in a region are in pixels of the picture too, even where it extends beyond", async () => {
    const region = { x: 30, y: -10, width: 120, height: 120 };
    const nets = new PaintedFaceNets();
    assertAt((await detectTiny(nets, picture, 160, 0.5, { region, border: "replicate" }))[0].box, face, 2);
    assertAt((await detectSsd(nets, picture, 0.5, { region }))[0].box, face, 1);
  });

  it("have a score in 0..1, the logistic of the network's, and those below the least are left out", async () => {
    const nets = new PaintedFaceNets();
    const [{ score }] = await detectTiny(nets, picture, 224, 0.9);
    assert.ok(Math.abs(score - 1 / (1 + Math.exp(-3))) < 1e-6);
    assert.deepEqual(await detectTiny(nets, picture, 224, 0.96), []);
    assert.deepEqual(await detectSsd(nets, picture, 0.89), [], "2 is 0.88");
  });
});
