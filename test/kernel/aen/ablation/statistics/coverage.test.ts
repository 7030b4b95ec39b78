import assert from "node:assert/strict";
import { pairedDifference } from "../../../../../kernel/aen/ablation/statistics/pairedDifference.js";
import { meanRate } from "../../../../../kernel/aen/ablation/statistics/scoredRun.js";
import { Random } from "../../../../../kernel/random/random.js";
import { abilityFor, expectedUar, simulatedRights, type Simulation } from "../simulatedStudy.js";
import { simulatedVerdicts } from "../simulatedVerdicts.js";

const rounds = 1000;
const nothingChanges: Simulation = {
  clips: 70,
  seeds: 5,
  abilities: [0.8, 0.8],
  clipEase: 1,
  armAndClip: 0,
  run: 0.1,
  runAndEmotion: 0.2,
};
const situations: Record<string, Simulation> = {
  "nothing changes": nothingChanges,
  "seeds differ much": { ...nothingChanges, run: 0.4 },
  "the arm is worse and minds other clips": { ...nothingChanges, abilities: [1.3, 0.8], armAndClip: 0.4 },
  "seeds hardly differ, ten of them": { ...nothingChanges, seeds: 10, run: 0, runAndEmotion: 0 },
};

describe("95 % interval of a difference in UAR", () => {
  for (const [situation, simulation] of Object.entries(situations)) {
    it(`holds the true difference in at least 93 % of ${rounds} studies: ${situation}`, () => {
      const random = new Random(11, situation);
      const truth = expectedUar(simulation, 1) - expectedUar(simulation, 0);
      let holding = 0;
      for (let round = 0; round < rounds; round++) {
        const score = (right: boolean[]) =>
          meanRate(
            right,
            right.map((_, clip) => clip % 7),
          );
        const [base, arm] = simulatedRights(simulation, random).map((runs) => runs.map(score));
        const { low, high } = pairedDifference({ arm, base });
        if (low <= truth && truth <= high) holding += 1;
      }
      console.log(`      ${((100 * holding) / rounds).toFixed(1)} %`);
      assert.ok(holding >= 0.93 * rounds, `${holding} of ${rounds}`);
    }).timeout(240_000);
  }
});

describe("a difference of 7 points in one of five arms", () => {
  it("is found more often the more seeds there are, from 5 to 8", () => {
    const studies = 250;
    const study = { ...nothingChanges, clips: 105, abilities: new Array<number>(6).fill(0.8) };
    const abilities = study.abilities.map((one, arm) => (arm === 1 ? abilityFor(study, 0.07) : one));
    const powers = [5, 6, 7, 8].map(
      (seeds) => simulatedVerdicts({ ...study, abilities, seeds }, studies, new Random(4, seeds)).power,
    );
    const error = 2 * Math.sqrt((2 * 0.25) / studies);
    powers.slice(1).forEach((power, index) => assert.ok(power >= powers[index] - error, powers.join(", ")));
    assert.ok(powers[0] >= 0.35 - error / 2 && powers[3] > powers[0] + error, powers.join(", "));
  }).timeout(60_000);
});
