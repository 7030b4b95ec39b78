import assert from "node:assert/strict";
import { framesOfClipTraining } from "../../../../kernel/aen/training/framesOfClipTraining.js";

describe("the cost of a training on clips, in frames of the pretraining", () => {
  const plan = { epochs: 2, batch: 4, bottomUp: "learns", validate: null } as unknown as Parameters<
    typeof framesOfClipTraining
  >[2];

  it("is that of whole batches, each frame of which the frozen model sees, too", () => {
    // 2 epochs of 2 batches of 4 clips of 3 frames, four passes instead of three
    assert.equal(framesOfClipTraining({ frames: 3 }, 9, plan), (2 * 8 * 3 * 4) / 3);
    assert.equal(
      framesOfClipTraining({ frames: 3 }, 2, plan),
      (2 * 2 * 3 * 4) / 3,
      "a batch larger than the set",
    );
  });

  it("has a pass for each frame that is validated", () => {
    const validate = { length: 6 } as never;
    const without = framesOfClipTraining({ frames: 3 }, 8, plan)!;
    assert.equal(framesOfClipTraining({ frames: 3 }, 8, { ...plan, validate }), without + (2 * 6 * 3) / 3);
  });

  it("is not known of a frozen bottom-up branch and of other networks on clips", () => {
    assert.equal(framesOfClipTraining({ frames: 3 }, 8, { ...plan, bottomUp: "frozen" }), undefined);
    assert.equal(framesOfClipTraining({ frames: 3, clipModel: "vote of frames" }, 8, plan), undefined);
  });
});
