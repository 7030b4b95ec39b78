import assert from "node:assert/strict";
import { CutDetector } from "../../../kernel/faces/cutDetector.js";
import type { Picture } from "../../../kernel/images/picture.js";
import { paint, red } from "./paintedFaces.js";

const grey = (level: number): Picture => ({
  ...{ width: 64, height: 36 },
  data: new Uint8Array(64 * 36 * 3).fill(level),
});

/** Before which pictures a cut is possible. */
const cutsIn = (pictures: readonly Picture[]) => {
  const detector = new CutDetector();
  return pictures.flatMap((picture, frame) => (detector.observe(picture) ? [frame] : []));
};

describe("a cut", () => {
  it("is where the picture changes at once, also in size, and not where it brightens slowly", () => {
    assert.deepEqual(cutsIn([grey(10), grey(10), grey(40), grey(40)]), [2]);
    assert.deepEqual(cutsIn([10, 14, 18, 22].map(grey)), []);
    assert.deepEqual(cutsIn([grey(10), paint(640, 360)]), [1]);
  });

  it("is not where a small thing moves", () => {
    const at = (x: number) => paint(240, 160, { box: { x, y: 40, width: 50, height: 50 }, colour: red });
    assert.deepEqual(cutsIn([20, 26, 32, 38].map(at)), []);
  });
});
