import assert from "node:assert/strict";
import { choosePerson } from "../../../kernel/faces/choosePerson.js";
import type { Track } from "../../../kernel/faces/faceTracker.js";

/** A track of faces of one width in the frames from..to-1; people differ by their number. */
function track(person: number, from: number, to: number, width: number, wobble = 0): Track {
  const descriptor = new Float32Array(128);
  descriptor[person] = 1;
  descriptor[100] = wobble;
  const faces = Array.from({ length: to - from }, (_, i) => ({
    ...{ frame: from + i, score: 1, wander: null, landmarks: new Float32Array(136) },
    box: { x: person * 100, y: 0, width, height: width },
  }));
  return { faces, turn: 0, descriptor, described: 1 };
}

const framesOf = (faces: readonly { frame: number }[]) => faces.map(({ frame }) => frame);

describe("the person who is chosen", () => {
  it("is an empty list where nobody was seen", () => assert.deepEqual(choosePerson([]), []));

  it("is the one seen largest and longest: width counts as much as time", () => {
    const [near, far] = [track(0, 0, 5, 80), track(1, 0, 9, 40)];
    assert.deepEqual(choosePerson([far, near]), near.faces);
    const longer = track(1, 0, 11, 40);
    assert.deepEqual(choosePerson([longer, near]), longer.faces);
  });

  it("is joined across a cut by the likeness of the face, in the order of frames", () => {
    const [before, after, stranger] = [track(0, 0, 4, 40), track(0, 10, 14, 40, 0.3), track(1, 0, 7, 40)];
    const chosen = choosePerson([after, stranger, before]);
    assert.deepEqual(framesOf(chosen), [0, 1, 2, 3, 10, 11, 12, 13]);
  });

  it("is not joined with somebody whose descriptor is 0.5 or more away", () => {
    const one = track(0, 0, 5, 40);
    assert.equal(choosePerson([one, track(0, 10, 12, 40, 0.49)]).length, 7);
    assert.equal(choosePerson([one, track(0, 10, 12, 40, 0.51)]).length, 5);
  });

  it("has one face a frame: of two alike in one frame, the larger alone", () => {
    const [twin, other] = [track(0, 0, 5, 60), track(0, 4, 8, 50)];
    assert.deepEqual(choosePerson([other, twin]), twin.faces);
  });
});
