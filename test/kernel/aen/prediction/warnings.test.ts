import assert from "node:assert/strict";
import type { FaceSight } from "../../../../kernel/contracts/frameTruth.js";
import type { FrameReading } from "../../../../kernel/aen/prediction/readings.js";
import { clipWarning, frameWarning } from "../../../../kernel/aen/prediction/warnings.js";

const said = { emotions: [0.5, 0.5], sentiments: [1], emotion: 0, sentiment: 0 };
const nothing = { emotions: null, sentiments: null, emotion: -1, sentiment: -1 };
const frame = (sight: FaceSight, reading: Partial<FrameReading> = said): FrameReading => ({
  ...{ number: 0, time: 0, sight, box: null, ...said },
  ...reading,
});

describe("the warning of a frame", () => {
  it("says how the face is seen, and which scores are no numbers", () => {
    assert.equal(frameWarning(frame("seen")), "");
    assert.equal(frameWarning(frame("none", nothing)), "no face");
    assert.equal(frameWarning(frame("covered", nothing)), "face partly covered; scores are not finite");
    assert.match(frameWarning(frame("bridged")), /^face not found, place taken from the frames around$/);
  });
});

describe("the warning of a clip", () => {
  it("counts the frames without a face, covered and bridged", () => {
    const frames = (["seen", "none", "none", "covered"] as const).map((sight) => frame(sight));
    assert.equal(
      clipWarning(frames, said, 4),
      "no face in 2 of 4 frames; face partly covered in 1 of 4 frames",
    );
    assert.equal(clipWarning([frame("seen")], said, 1), "");
  });

  it("says where there are fewer frames than the network takes, and where scores are no numbers", () => {
    const warning = clipWarning([frame("seen")], nothing, 16);
    assert.equal(
      warning,
      "only 1 of the 16 frames that the network takes: some count twice; scores are not finite",
    );
  });
});
