import assert from "node:assert/strict";
import { FaceNets, faceNets } from "../../../kernel/faces/faceNets.js";
import { assertCloseTo } from "./closeTo.js";
import { noise } from "./faceApi.js";

const size = 112;

/** The picture with its columns in reverse order. */
function mirrored(pixels: Uint8Array): Uint8Array {
  return pixels.map((_, at) => {
    const [row, column, channel] = [Math.floor(at / 3 / size), Math.floor(at / 3) % size, at % 3];
    return pixels[(row * size + size - 1 - column) * 3 + channel];
  });
}

describe("the face networks", () => {
  const nets = new FaceNets();
  after(() => nets.dispose());

  it("give each face of a batch what they give it alone", async () => {
    const [one, other] = [noise(size), mirrored(noise(size))];
    const together = await nets.landmarks(Uint8Array.from([...one, ...other]));
    assert.equal(together.length, 2 * 136);
    assertCloseTo(together.subarray(0, 136), await nets.landmarks(one), 1e-5);
    assertCloseTo(together.subarray(136), await nets.landmarks(other), 1e-5);
    assert.notDeepEqual(together.subarray(136), together.subarray(0, 136));
  });

  it("give expressions as probabilities that sum to 1", async () => {
    const probabilities = await nets.expressions(noise(size));
    assert.equal(probabilities.length, 7);
    assert.ok(probabilities.every((p) => p >= 0));
    assert.ok(Math.abs(probabilities.reduce((a, b) => a + b) - 1) < 1e-5);
  });

  it("are compiled once, also when two callers begin at the same time, and again after they were disposed of", async () => {
    const own = new FaceNets();
    const [first, second] = await Promise.all([own.landmarks(noise(size)), own.landmarks(noise(size))]);
    assert.deepEqual(first, second);
    await own.dispose();
    assert.deepEqual(await own.landmarks(noise(size)), first);
    await own.dispose();
  });

  it("are the same for the whole process", () => assert.equal(faceNets(), faceNets()));
});
