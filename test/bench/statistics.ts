import { Random } from "../../kernel/random/random.js";
import { type Simulation, abilityFor } from "../kernel/aen/ablation/simulatedStudy.js";
import { simulatedVerdicts } from "../kernel/aen/ablation/simulatedVerdicts.js";
import { calibrationCoverage, nearlyAlways } from "../kernel/metrics/simulatedCalibration.js";
import { coverageOf, type SimulatedRates } from "../kernel/metrics/simulatedRates.js";

const rounds = Number(process.env.ROUNDS ?? 2000);
const seedOfAll = Number(process.env.SEED ?? 1);

const study: Simulation = {
  ...{ clips: 105, seeds: 5, clipEase: 1, armAndClip: 0, run: 0.1, runAndEmotion: 0.2 },
  abilities: new Array<number>(6).fill(0.8),
};

/** Which studies are simulated: false verdicts (no arm differs) and power (one arm is 7 points better or worse). */
const situations: Record<string, Simulation> = {
  ...Object.fromEntries([2, 3, 4, 5, 6, 7, 8, 10].map((seeds) => [`${seeds} seeds`, { ...study, seeds }])),
  "seeds differ much": { ...study, run: 0.4 },
  "seeds make no difference": { ...study, run: 0, runAndEmotion: 0 },
  "one arm spreads twice as much": { ...study, run: 0.3, unsteady: 2 },
  "1,000 clips": { ...study, clips: 1000 },
  "21 clips": { ...study, clips: 21 },
  "1 arm": { ...study, abilities: [0.8, 0.8] },
  ...Object.fromEntries(
    [6, 10, 20].map((people) => [`${people} people`, { ...study, people, armAndPerson: 0.3, clips: 210 }]),
  ),
};

const uars = [0.15, 0.3, 0.5, 0.7, 0.85, 0.95, 0.99];

/** Of what the interval of a single UAR is simulated: independent clips, and clips of people who differ. */
const singles: Record<string, Omit<SimulatedRates, "uar">> = {
  ...Object.fromEntries([7, 20, 50, 100, 300, 1000].map((clips) => [`interval: ${clips} clips`, { clips }])),
  ...Object.fromEntries(
    [6, 10, 20].flatMap((people) =>
      [7, 14, 56].flatMap((each) =>
        [0.5, 1].map((spread) => [
          `interval: ${people} people x ${each} clips, spread ${spread}`,
          { people, clips: people * each, spread },
        ]),
      ),
    ),
  ),
};

/**
 * False verdicts and power of the comparison of arms, and how often the interval of a single UAR and of a
 * calibration error of answers nearly all right or wrong holds the true one: one line for each kind of study or set of clips.
 */
export async function bench(): Promise<void> {
  const rows = process.env.ROWS?.split(";") ?? [situations, singles, nearlyAlways].flatMap(Object.keys);
  for (const name of rows) {
    const found =
      name in nearlyAlways ? calibration(name) : name in singles ? coverages(name) : verdicts(name);
    console.log(JSON.stringify({ bench: "statistics", name, rounds, seed: seedOfAll, ...found }));
  }
  return Promise.resolve();
}

function verdicts(name: string): { falseVerdicts: number; power: number } {
  const simulation = situations[name];
  const better = [...simulation.abilities];
  better[1] = abilityFor(simulation, 0.07);
  const random = new Random(seedOfAll, name);
  const { any } = simulatedVerdicts(simulation, rounds, random);
  const { power } = simulatedVerdicts({ ...simulation, abilities: better }, rounds, random);
  return { falseVerdicts: any, power };
}

/** In percent. */
function calibration(name: string): { coverage: number } {
  const coverage = calibrationCoverage(nearlyAlways[name], rounds, new Random(seedOfAll, name));
  return { coverage: Number((100 * coverage).toFixed(1)) };
}

/** In percent, by true UAR in percent. */
function coverages(name: string): { coverage: Record<string, number> } {
  const entries = uars.map((uar) => {
    const { coverage } = coverageOf({ ...singles[name], uar }, rounds, new Random(seedOfAll, name, uar));
    return [`${Math.round(100 * uar)} %`, Number((100 * coverage).toFixed(1))];
  });
  return { coverage: Object.fromEntries(entries) as Record<string, number> };
}
