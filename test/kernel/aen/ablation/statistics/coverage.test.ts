import assert from "node:assert/strict";
import { pairedDifference } from "../../../../../kernel/aen/ablation/statistics/pairedDifference.js";
import { meanRate } from "../../../../../kernel/aen/ablation/statistics/scoredRun.js";
import { Random } from "../../../../../kernel/aen/data/random.js";
import { expectedUar, simulatedRights, type Simulation } from "../simulatedStudy.js";

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
    it(`holds the true difference in 93 to 97 % of ${rounds} studies: ${situation}`, () => {
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
        const { low, high } = pairedDifference(arm, base, { replicates: 1000, seed: round });
        if (low <= truth && truth <= high) holding += 1;
      }
      console.log(`      ${((100 * holding) / rounds).toFixed(1)} %`);
      assert.ok(holding >= 0.93 * rounds && holding <= 0.97 * rounds, `${holding} of ${rounds}`);
    }).timeout(240_000);
  }
});
