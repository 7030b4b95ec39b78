import assert from "node:assert/strict";
import { confirmFace, mostWander } from "../../../kernel/faces/confirmFace.js";
import { rollOf } from "../../../kernel/faces/landmarks.js";
import { turns } from "../../../kernel/faces/turns.js";
import { PaintedFaceNets } from "./paintedFaces.js";
import { paintTurned, UprightFaceNets } from "./turnedFaces.js";

const at = { x: 70, y: 40, side: 60 };
const box = { x: 70, y: 40, width: 60, height: 60 };

/** Networks that guess everywhere. */
class GuessingNets extends PaintedFaceNets {
  override async landmarks(pixels: Uint8Array): Promise<Float32Array> {
    const points = await super.landmarks(pixels);
    return points.map((value, i) => value + 0.2 * (Math.floor(i / 136) % 3));
  }
}

describe("a detection", () => {
  for (const turn of turns) {
    it(`is confirmed as a face that is turned by ${90 * turn} degrees`, async () => {
      const face = await confirmFace(new UprightFaceNets(), paintTurned(200, 150, at, turn), box);
      assert.equal(face!.turn, turn);
      assert.ok(face!.wander! < 0.5);
      const off = rollOf(face!.landmarks) - (turn * Math.PI) / 2;
      assert.ok(Math.cos(off) > 0.999, `the eyes are ${off} off`);
    });
  }

  it("costs no more than one look for a face that is turned as expected", async () => {
    const nets = new UprightFaceNets();
    await confirmFace(nets, paintTurned(200, 150, at, 3), box, 3);
    assert.equal(nets.asked.looks, 6, "one roughly, five to measure how its points wander");
  });

  it("is no face when its points wander however it is turned", async () => {
    assert.equal(await confirmFace(new GuessingNets(), paintTurned(200, 150, at, 0), box), null);
    assert.ok(mostWander > 2.3 && mostWander < 4.7, "between a covered face and a guess");
  });
});
