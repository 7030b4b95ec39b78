import assert from "node:assert/strict";
import { compareArms } from "../../../../kernel/aen/ablation/compareArms.js";
import { Random } from "../../../../kernel/aen/data/random.js";
import { simulatedStudy, type Simulation } from "./simulatedStudy.js";

const rounds = 1000;
const likeNotebook: Simulation = {
  clips: 105,
  seeds: 5,
  abilities: [0.8, 0.8],
  clipEase: 1,
  armAndClip: 0,
  run: 0.1,
  runAndEmotion: 0.2,
};

describe("comparison of arms", () => {
  for (const folds of [1, 3]) {
    it(`shows a difference in at most 5 % of ${rounds} studies of five arms that change nothing, ${folds} fold(s)`, () => {
      const random = new Random(12, "null", folds);
      const simulation = { ...likeNotebook, folds, abilities: new Array<number>(6).fill(0.8) };
      let shown = 0;
      for (let round = 0; round < rounds; round++) {
        const comparisons = compareArms(simulatedStudy(simulation, random));
        if (comparisons.some((arm) => arm?.verdict === "better" || arm?.verdict === "worse")) shown += 1;
      }
      console.log(`      ${((100 * shown) / rounds).toFixed(1)} %`);
      assert.ok(shown <= 0.05 * rounds, `${shown} of ${rounds}`);
    }).timeout(240_000);
  }

  it("shows a large effect with five seeds although the permutation test alone could not", () => {
    const simulation = { ...likeNotebook, abilities: [1.5, 0.3] };
    const [, arm] = compareArms(simulatedStudy(simulation, new Random(13)));
    assert.equal(arm!.verdict, "worse");
    assert.equal(arm!.figures.uar.permutationP, 0.0625);
    assert.match(arm!.sentence, /^worse: -\d+\.\d points UAR, 95 % interval -\d+\.\d to -\d+\.\d, 5 seeds/);
  });

  it("asks the permutation test as well when seeds x folds suffice", () => {
    const simulation = { ...likeNotebook, folds: 3, abilities: [1.5, 0.3] };
    const [, arm] = compareArms(simulatedStudy(simulation, new Random(14)));
    assert.ok(arm!.figures.uar.leastPermutationP < 0.001);
    assert.ok(arm!.figures.uar.permutationP <= 0.05);
    assert.equal(arm!.verdict, "worse");
  });

  it("uses only seeds that arm and base have both finished", () => {
    const study = simulatedStudy(likeNotebook, new Random(15));
    const runs = study.arms[1].runs.map((run) =>
      run.seed > 2 ? { ...run, state: "waiting" as const, predictions: null } : run,
    );
    const [, arm] = compareArms({ ...study, arms: [study.arms[0], { ...study.arms[1], runs }] });
    assert.equal(arm!.figures.uar.pairs, 2);
  });

  it("says that nothing can be said before the first pair and from a single seed", () => {
    const study = simulatedStudy({ ...likeNotebook, seeds: 1 }, new Random(16));
    assert.match(compareArms(study)[1]!.sentence, /single seed/);
    const runs = study.arms[1].runs.map((run) => ({ ...run, state: "waiting" as const, predictions: null }));
    const [, none] = compareArms({ ...study, arms: [study.arms[0], { ...study.arms[1], runs }] });
    assert.equal(none!.verdict, "too few runs");
    assert.match(none!.sentence, /nothing can be said yet/);
  });
});
