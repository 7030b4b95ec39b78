import assert from "node:assert/strict";
import { isFit } from "../../../../kernel/aen/training/isFit.js";
import type { PretrainingPlan } from "../../../../kernel/aen/training/trainOptions.js";
import { patternStills } from "./bottomUp/stillsOfPattern.js";
import { patternClips } from "./patternClips.js";

describe("a fit of the bottom-up branch", () => {
  const pretraining: PretrainingPlan = {
    epochs: 1,
    batch: 1,
    learningRate: 1,
    framesPerClip: 1,
    stills: null,
  };

  it("is a training with a pretraining and nothing else, judged on stills if at all", () => {
    assert.ok(isFit({ epochs: 0, pretraining, validate: null }));
    assert.ok(isFit({ epochs: 0, pretraining, validate: patternStills(1) }));
    assert.ok(
      !isFit({ epochs: 0, pretraining, validate: patternClips(1) }),
      "a vote of frames is judged on clips",
    );
    assert.ok(!isFit({ epochs: 1, pretraining, validate: null }));
    assert.ok(!isFit({ epochs: 0, pretraining: null, validate: null }));
  });
});
