import jstat from "jstat";
import { clipsOfPeople, type ClipsOfPeople } from "../../../kernel/metrics/clusteredClips.js";
import { noCounts } from "../../../kernel/metrics/confusionMatrix.js";
import { scoreIntervals } from "../../../kernel/metrics/scores.js";
import { dfewLabels } from "../../../kernel/aen/labels.js";
import type { Random } from "../../../kernel/random/random.js";

/**
 * Clips that a network names right where ability + what it makes of the person + noise is above 0, both normal; else it
 * names any other emotion. The expected UAR is known in closed form.
 */
export interface SimulatedRates {
  /** Of all people together; clip i has the emotion i mod 7, or with people each person has the emotions in turn. */
  readonly clips: number;
  /** The true UAR, 0..1. */
  readonly uar: number;
  /** Absent: each clip is of another person, and no clip says so. */
  readonly people?: number;
  /** Standard deviation of what the network makes of a person; that of the noise is 1. */
  readonly spread?: number;
}

/** How often the 95 % interval of the UAR holds the true one, and its mean width. */
export function coverageOf(
  simulation: SimulatedRates,
  rounds: number,
  random: Random,
): { coverage: number; width: number } {
  let [held, width] = [0, 0];
  for (let round = 0; round < rounds; round++) {
    const { low, high } = intervalOf(simulation, random);
    if (low <= simulation.uar && simulation.uar <= high) held += 1;
    width += high - low;
  }
  return { coverage: held / rounds, width: width / rounds };
}

function intervalOf(simulation: SimulatedRates, random: Random) {
  const { truths, named, people } = drawn(simulation, random);
  const matrix = noCounts(7);
  truths.forEach((truth, clip) => (matrix[truth][named[clip]] += 1));
  const shown = truths.map((_, clip) => ({ ...(simulation.people && { person: people[clip] }) }));
  const ofPeople: ClipsOfPeople | null = clipsOfPeople(shown, truths, named);
  return scoreIntervals({ matrix, sentiment: { matrix: [[1]] }, ofPeople }, dfewLabels).uar;
}

function drawn({ clips, uar, people = 0, spread = 0.5 }: SimulatedRates, random: Random) {
  const deviation = people > 0 ? spread : 0;
  const ability = jstat.jStat.normal.inv(uar, 0, 1) * Math.hypot(1, deviation);
  const liked = Array.from({ length: people }, () => deviation * random.normal());
  const of = Array.from({ length: clips }, (_, clip) => (people > 0 ? clip % people : clip));
  const truths = of.map((_, clip) => (people > 0 ? Math.floor(clip / people) : clip) % 7);
  const named = truths.map((truth, clip) => {
    const right = ability + (liked[of[clip]] ?? 0) + random.normal() > 0;
    return right ? truth : (truth + 1 + random.integer(6)) % 7;
  });
  return { truths, named, people: of };
}
