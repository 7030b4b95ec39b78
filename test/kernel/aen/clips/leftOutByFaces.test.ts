import assert from "node:assert/strict";
import {
  isLeftOutByFaces,
  requireFaceShare,
  tooFewFaces,
  withFaceShare,
} from "../../../../kernel/aen/clips/leftOutByFaces.js";
import type { FaceSight } from "../../../../kernel/contracts/frameTruth.js";

/** A clip whose first frames show a face. */
function clip(found: number, frameCount: number) {
  const faceSights = Array.from({ length: frameCount }, (_, t): FaceSight => (t < found ? "seen" : "none"));
  return { frameCount, faceSights };
}

describe("a clip is left out for its frames without a face", () => {
  it("where fewer than the share show one, and says how many do", () => {
    assert.equal(tooFewFaces(clip(129, 275), 0.5), "it shows a face in 129 of 275 frames, less than 50 %");
    assert.equal(tooFewFaces(clip(1, 8), 0.125), null, "just as many as asked for");
    assert.match(tooFewFaces(clip(1, 9), 0.125)!, /less than 12\.5 %$/);
    assert.equal(tooFewFaces(clip(0, 4), 0), null);
    assert.equal(tooFewFaces({ frameCount: 4 }, 1), null, "no faces were searched for");
  });

  it("and the options of a record then say by which share", () => {
    const leftOut = [{ clip: "a", reason: tooFewFaces(clip(1, 9), 0.5)! }];
    assert.ok(isLeftOutByFaces(leftOut[0]));
    assert.deepEqual(withFaceShare({}, { leftOut }), { faceShare: 0.5 });
    assert.deepEqual(withFaceShare({ faceShare: 0.3 }, { leftOut }), { faceShare: 0.3 });
    const others = { leftOut: [{ clip: "a", reason: "it has 3 frames, fewer than 16" }] };
    assert.deepEqual(withFaceShare({}, others), {});
  });

  it("unless the share is none from 0 to 1", () => {
    for (const share of [0, 0.5, 1]) requireFaceShare(share);
    for (const share of [-0.1, 1.1, NaN]) assert.throws(() => requireFaceShare(share), /"faceShare".*0 to 1/);
  });
});
