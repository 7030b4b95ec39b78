import assert from "node:assert/strict";
import { compareArms } from "../../../../kernel/aen/ablation/compareArms.js";
import { Random } from "../../../../kernel/random/random.js";
import { simulatedStudy, type Simulation } from "./simulatedStudy.js";

const rounds = 150;
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

  it("shows a large effect with five seeds, with an interval for all arms together", () => {
    const simulation = { ...likeNotebook, abilities: [1.5, 0.3, 1.5] };
    const [, arm] = compareArms(simulatedStudy(simulation, new Random(13)));
    assert.equal(arm!.verdict, "worse");
    assert.match(
      arm!.sentence,
      /^worse: -\d+\.\d points UAR, 95 % interval -\d+\.\d to -\d+\.\d for all 2 arms together, 5 seeds/,
    );
  });

  it("never has an interval without 0 beside no difference, nor one with 0 beside a difference", () => {
    const random = new Random(17);
    for (let round = 0; round < 60; round++) {
      const abilities = [0.8, 0.8, 0.5 + (round % 7) / 10, 1.2];
      const study = simulatedStudy({ ...likeNotebook, seeds: 2 + (round % 7), clips: 35, abilities }, random);
      for (const arm of compareArms(study).slice(1)) {
        for (const { low, high, p } of Object.values(arm!.figures))
          assert.equal(p < 0.05, low > 0 || high < 0, `${low} to ${high}, p ${p}`);
      }
    }
  });

  it("counts people, not clips, where an arm suits some people and not others", () => {
    const random = new Random(18);
    const abilities = new Array<number>(6).fill(0.8);
    const simulation = { ...likeNotebook, clips: 168, abilities, armAndPerson: 0.6, people: 6 };
    const shown = { people: 0, clips: 0 };
    const shows = (arm: ReturnType<typeof compareArms>[number]) =>
      arm?.verdict === "better" || arm?.verdict === "worse";
    for (let round = 0; round < 60; round++) {
      const study = simulatedStudy(simulation, random);
      const unnamed = study.clips.map(({ id, label }) => ({ id, label }));
      if (compareArms(study).some(shows)) shown.people += 1;
      if (compareArms({ ...study, clips: unnamed }).some(shows)) shown.clips += 1;
    }
    assert.ok(shown.people <= 0.05 * 60 + 4, `${shown.people} of 60 by people`);
    assert.ok(shown.clips > 0.15 * 60, `${shown.clips} of 60 by clips`);
  }).timeout(120_000);

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
