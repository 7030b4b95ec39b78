import assert from "node:assert/strict";
import type { Circumstances, StudyState } from "../../../../kernel/aen/ablation/studyState.js";
import { studyWarnings } from "../../../../kernel/aen/ablation/studyWarnings.js";
import { Random } from "../../../../kernel/random/random.js";
import { simulatedStudy } from "./simulatedStudy.js";

const simulation = {
  ...{ clips: 14, seeds: 5, folds: 2, abilities: [0, 0.1] },
  ...{ clipEase: 1, armAndClip: 0, run: 0.1, runAndEmotion: 0 },
};

function studyWith(circumstances: (arm: number, fold: number) => Circumstances): StudyState {
  const study = simulatedStudy({ ...simulation, people: 14 }, new Random(1));
  const arms = study.arms.map((arm, index) => ({
    ...arm,
    runs: arm.runs.map((run) => ({ ...run, circumstances: circumstances(index, run.fold) })),
  }));
  return { ...study, arms };
}

describe("warnings of a study", () => {
  it("are silent when folds learn from different clips, as they must", () => {
    const study = studyWith((_arm, fold) => ({ device: "cpu", "training data": `fold ${fold}` }));
    assert.deepEqual(studyWarnings(study), []);
  });

  it("report once that arms ran on another device or with other clips than the base in the same fold", () => {
    const study = studyWith((arm, fold) => ({
      device: arm === 1 && fold === 1 ? "webgpu" : "cpu",
      "training data": `fold ${fold}, arm ${arm}`,
    }));
    const warnings = studyWarnings(study);
    assert.equal(warnings.length, 2);
    assert.match(warnings[0], /device is cpu in ".*", seed 1, fold 2, but webgpu in ".*", seed 1, fold 2/);
    assert.match(warnings[1], /training data is fold 0, arm 0 in .* but fold 0, arm 1 in /);
  });

  it("say on how few people a study rests, or that each clip is taken to be of another", () => {
    const warned = (people?: number) =>
      studyWarnings(simulatedStudy({ ...simulation, ...(people && { people }) }, new Random(1)));
    assert.match(warned(6).join(), /^The clips show 6 people: intervals are very wide below ten\.$/);
    assert.match(warned(1).join(), /^The clips show 1 person/);
    assert.match(warned().join(), /each clip is taken to be of another person/);
    const study = simulatedStudy({ ...simulation, people: 14 }, new Random(1));
    const clips = study.clips.map(({ id, label, person }, at) => ({ id, label, ...(at > 0 && { person }) }));
    assert.match(
      studyWarnings({ ...study, clips }).join(),
      /^Clips that name no one, each taken to be of another person: 1 of 14\.$/,
    );
    assert.deepEqual(warned(10), []);
  });
});
