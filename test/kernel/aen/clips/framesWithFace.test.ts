import assert from "node:assert/strict";
import {
  faceShare,
  framesWithFace,
  middleFrameWithFace,
  nearestFaces,
  showsFace,
  someWithoutFace,
  withoutFace,
} from "../../../../kernel/aen/clips/framesWithFace.js";

const faceSights = ["none", "seen", "none", "covered", "bridged", "none", "none", "none"] as const;
const clip = { frameCount: 8, faceSights };
const unsearched = { frameCount: 3, faceSights: undefined };

describe("the frames of a clip that show a face", () => {
  it("are those in which one was found, covered or bridged; all where none was searched for", () => {
    assert.deepEqual(framesWithFace(clip), [1, 3, 4]);
    assert.deepEqual(framesWithFace(unsearched), [0, 1, 2]);
    assert.deepEqual([showsFace(clip, 0), showsFace(clip, 4), showsFace(unsearched, 0)], [false, true, true]);
  });

  it("are a share of all, and the others are named once each", () => {
    assert.equal(faceShare(clip), 3 / 8);
    assert.equal(faceShare(unsearched), 1);
    assert.deepEqual(withoutFace(clip, [0, 0, 1, 2, 4]), [0, 2]);
    assert.equal(withoutFace(clip, [1, 3]), undefined);
    assert.deepEqual([[clip, unsearched], [unsearched]].map(someWithoutFace), [true, false]);
  });

  it("stand in for the others by nearness; where there is none, nothing does", () => {
    assert.deepEqual(nearestFaces(clip, [0, 1, 2, 3, 4, 5, 7, 0]), [1, 1, 1, 3, 4, 4, 4, 1]);
    const none = { frameCount: 2, faceSights: ["none", "none"] as const };
    assert.deepEqual([nearestFaces(none, [1, 0]), nearestFaces(unsearched, [2, 0])], [[1, 0], [2, 0]]); // prettier-ignore
  });

  it("have one nearest to the middle; of a clip without any it is the middle", () => {
    const frames = [0, 1, 2, 3, 4, 5, 6, 7];
    assert.equal(middleFrameWithFace(clip, frames), 4);
    assert.equal(middleFrameWithFace(clip, [0, 1, 2, 5, 6, 7]), 1);
    assert.equal(middleFrameWithFace(clip, [5, 6, 7]), 6);
    assert.equal(middleFrameWithFace(unsearched, [0, 1, 2]), 1);
  });
});
