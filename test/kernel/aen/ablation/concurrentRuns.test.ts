import assert from "node:assert/strict";
import os from "node:os";
import { concurrentRuns } from "../../../../kernel/aen/ablation/concurrentRuns.js";
import { planStudy } from "../../../../kernel/aen/ablation/studyPlan.js";
import { patternClips, smallestModel } from "../training/patternClips.js";

describe("the runs of a study that are trained at once", () => {
  const data = patternClips(2).split({ by: "identity", test: 0.5, seed: 1 });
  const plan = planStudy({ model: smallestModel, training: {} }, { arms: [], data, seeds: 1 });

  it("are as many as asked for", () => {
    assert.equal(concurrentRuns(plan, { parallel: 3 }), 3);
  });

  it("are as many as memory allows, and one where each trains the whole network", () => {
    assert.equal(concurrentRuns({ ...plan, bottomUp: "frozen" }, { memory: 400e6 }), 1);
    assert.equal(
      concurrentRuns({ ...plan, bottomUp: "frozen" }, { memory: 1e15 }),
      os.availableParallelism(),
    );
    assert.equal(concurrentRuns({ ...plan, bottomUp: "learns" }, { memory: 1e15 }), 1);
  });

  it("are fewer for larger networks", () => {
    const [arm] = plan.arms;
    const large = { ...arm, configuration: { ...arm.configuration, size: 128, frames: 8 } };
    assert.equal(concurrentRuns({ arms: [large], bottomUp: "frozen" }, { memory: 15 * 400e6 }), 0);
  });
});
