import {
  pairedDifference,
  pooledSeeds,
} from "../../../../kernel/aen/ablation/statistics/pairedDifference.js";
import { meanRate } from "../../../../kernel/aen/ablation/statistics/scoredRun.js";
import type { Random } from "../../../../kernel/random/random.js";
import { labelOf, simulatedRights, type Simulation } from "./simulatedStudy.js";

/**
 * How often a study finds a difference between any arm and the base, and how often that the first arm is better.
 * @returns shares of the simulated studies
 */
export function simulatedVerdicts(
  simulation: Simulation,
  rounds: number,
  random: Random,
): { any: number; power: number } {
  let [any, power] = [0, 0];
  const people = simulation.people
    ? Array.from({ length: simulation.clips }, (_, clip) => clip % simulation.people!)
    : undefined;
  const classes = Array.from({ length: simulation.clips }, (_, clip) => labelOf(simulation, clip));
  for (let round = 0; round < rounds; round++) {
    const [base, ...arms] = simulatedRights(simulation, random).map((runs) =>
      runs.map((right) => meanRate(right, classes)),
    );
    const pooled = pooledSeeds(arms.map((runs) => runs.map(({ value }, seed) => value - base[seed].value)));
    const found = arms.map((arm) => pairedDifference({ arm, base }, { people, arms: arms.length, pooled }));
    if (found.some(({ p }) => p < 0.05)) any += 1;
    if (found[0].p < 0.05 && found[0].mean > 0) power += 1;
  }
  return { any: any / rounds, power: power / rounds };
}
