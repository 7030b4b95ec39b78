import assert from "node:assert/strict";
import { planStudy, type StudyPlan } from "../../../../kernel/aen/ablation/studyPlan.js";
import { estimateSeconds } from "../../../../kernel/aen/ablation/timeEstimate.js";
import { model as makeModel } from "../../../../kernel/aen/model/model.js";
import { patternClips, smallestModel } from "../training/patternClips.js";

/** How long a step takes is the machine's; what is counted at all is the plan's. */
describe("the time that a study will take", function () {
  this.timeout(120_000);
  const data = patternClips(2).split({ by: "identity", test: 0.5, seed: 1 });
  const given = makeModel(smallestModel);
  given.freezeFrameModel();
  after(() => given.dispose());

  const training = { device: "cpu", epochs: 3, batch: 7, pretraining: { epochs: 1 } } as const;
  const planned = (learns: boolean): StudyPlan =>
    planStudy(
      { model: smallestModel, training },
      { arms: [], data, seeds: 1, bottomUp: { from: given, learns } },
    );

  it("is that of whole runs alone where each trains a given branch further", async () => {
    const plan = planned(true);
    assert.equal(await estimateSeconds({ ...plan, tasks: [] }), 0);
    const seconds = await estimateSeconds(plan);
    assert.ok(Number.isFinite(seconds) && seconds > 0, String(seconds));
  });

  it("counts the features of the clips where the branch is frozen, even before a run", async () => {
    assert.ok((await estimateSeconds({ ...planned(false), tasks: [] })) > 0);
  });

  it("counts the pretraining where no branch is given", async () => {
    assert.ok((await estimateSeconds({ ...planned(true), givenBottomUp: null, tasks: [] })) > 0);
  });
});
