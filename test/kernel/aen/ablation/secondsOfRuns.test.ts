import assert from "node:assert/strict";
import { arm } from "../../../../kernel/aen/ablation/arm.js";
import { secondsOfRuns } from "../../../../kernel/aen/ablation/secondsOfRuns.js";
import { planStudy, type PlannedArm } from "../../../../kernel/aen/ablation/studyPlan.js";
import { patternClips, smallestModel } from "../training/patternClips.js";

describe("the seconds of a study's runs", () => {
  const data = patternClips(2).split({ by: "identity", test: 0.5, seed: 1 });
  const plan = planStudy(
    { model: smallestModel, training: { epochs: 3 } },
    {
      arms: [
        arm("half", { weights: { "energy of emotion": 0.1 } }),
        arm("vote", { model: { clipModel: "vote of frames" } }),
        arm("gru", { model: { clipModel: "GRU" } }),
      ],
      ...{ data, seeds: 2 },
    },
  );

  it("are those of each arm's own network, measured once; one that does not learn from clips takes none", async () => {
    const measured: string[] = [];
    const measure = (planned: PlannedArm) => {
      measured.push(planned.name);
      return Promise.resolve(planned.name === "gru" ? 1 : 10);
    };
    const clipEpochs = 2 * data.train.length * 3;
    assert.equal(await secondsOfRuns(plan, measure), clipEpochs * (10 + 10 + 1));
    assert.deepEqual(measured, ["base", "gru"]);
  });
});
