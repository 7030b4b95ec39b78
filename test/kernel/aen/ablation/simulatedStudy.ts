import jstat from "jstat";
import type { ArmState, RunState, StudyState } from "../../../../kernel/aen/ablation/studyState.js";
import type { Random } from "../../../../kernel/random/random.js";
import { dfewLabels } from "../../../../kernel/aen/labels.js";
import type { ClipPrediction } from "../../../../kernel/contracts/clipPrediction.js";

/**
 * Runs drawn from a probit model: a run names a clip right when ability of the arm + ease of the clip + what the
 * arm makes of that clip + luck of the run + luck of the run with that emotion + noise is above 0. All are normal,
 * so the expected rate of right answers is known in closed form.
 */
export interface Simulation {
  readonly clips: number;
  readonly seeds: number;
  readonly folds?: number;
  /** One per arm, the base first. */
  readonly abilities: readonly number[];
  /** Standard deviations. */
  readonly clipEase: number;
  readonly armAndClip: number;
  readonly run: number;
  readonly runAndEmotion: number;
  /** Number of people; clip i is of person i mod people. Absent: each clip is of another person. */
  readonly people?: number;
  /** What an arm makes of a person. */
  readonly armAndPerson?: number;
  /** How many times as much the runs of the last arm spread. @default 1 */
  readonly unsteady?: number;
}

/** The true UAR of an arm over all seeds and clips. */
export function expectedUar(simulation: Simulation, arm: number): number {
  return jstat.jStat.normal.cdf(simulation.abilities[arm] / spreadOf(simulation), 0, 1);
}

/** The ability that makes an arm's UAR greater by so much than the base's. */
export function abilityFor(simulation: Simulation, difference: number): number {
  return jstat.jStat.normal.inv(expectedUar(simulation, 0) + difference, 0, 1) * spreadOf(simulation);
}

function spreadOf({ clipEase, armAndClip, armAndPerson = 0, run, runAndEmotion }: Simulation): number {
  return Math.hypot(1, clipEase, armAndClip, armAndPerson, run, runAndEmotion);
}

/**
 * Whether each run named each clip right, `[arms][seeds][clips]`; clip i has the emotion i mod 7, or with people each
 * person has the emotions in turn.
 */
export function simulatedRights(simulation: Simulation, random: Random): boolean[][][] {
  const { clips, seeds, abilities, clipEase, armAndClip, people = 1, armAndPerson = 0 } = simulation;
  const ease = Array.from({ length: clips }, () => clipEase * random.normal());
  return abilities.map((ability, arm) => {
    const ofPerson = Array.from({ length: people }, () => armAndPerson * random.normal());
    const score = ease.map(
      (value, clip) => ability + value + ofPerson[clip % people] + armAndClip * random.normal(),
    );
    const unsteady = arm === abilities.length - 1 ? (simulation.unsteady ?? 1) : 1;
    return Array.from({ length: seeds }, () => rightsOfSeed(simulation, score, unsteady, random));
  });
}

/** The emotion of a clip. */
export function labelOf({ people = 1 }: Pick<Simulation, "people">, clip: number): number {
  return Math.floor(clip / people) % 7;
}

function rightsOfSeed(simulation: Simulation, score: number[], unsteady: number, random: Random) {
  const { run, runAndEmotion, folds = 1 } = simulation;
  const luck = Array.from({ length: folds }, () => {
    const ofRun = unsteady * run * random.normal();
    return Array.from({ length: 7 }, () => ofRun + runAndEmotion * random.normal());
  });
  return score.map(
    (value, clip) => value + luck[clip % folds][labelOf(simulation, clip)] + random.normal() > 0,
  );
}

export function simulatedStudy(simulation: Simulation, random: Random): StudyState {
  const { folds = 1 } = simulation;
  const clips = Array.from({ length: simulation.clips }, (_, clip) => ({
    id: `clip ${clip}`,
    label: labelOf(simulation, clip),
    ...(simulation.people && { person: clip % simulation.people }),
  }));
  const seeds = Array.from({ length: simulation.seeds }, (_, seed) => seed + 1);
  const arms = simulatedRights(simulation, random).map((bySeed, arm): ArmState => ({
    name: arm === 0 ? "base" : `arm ${arm}`,
    weights: new Map([["term", 1]]),
    settings: [],
    runs: bySeed.flatMap((rights, seed) =>
      Array.from({ length: folds }, (_, fold) => {
        const named = clips.flatMap(({ id, label }, clip) =>
          clip % folds === fold ? [predictionOf(id, label, rights[clip] ? label : (label + 1) % 7)] : [],
        );
        return simulatedRun(seeds[seed], fold, named);
      }),
    ),
  }));
  return {
    name: "simulated",
    state: "finished",
    labels: dfewLabels,
    clips,
    seeds,
    folds,
    beta: 0,
    arms,
    secondsLeft: 0,
    warnings: [],
    seedsVary: [],
  };
}

function simulatedRun(seed: number, fold: number, predictions: readonly ClipPrediction[]): RunState {
  return {
    seed,
    fold,
    state: "finished",
    run: `run-${seed}-${fold}`,
    progress: 1,
    message: null,
    uar: null,
    predictions,
    curve: { loss: [], uar: [] },
    circumstances: { device: "cpu" },
  };
}

/** A prediction that names one emotion, and its sentiment. */
export function predictionOf(clip: string, label: number, named: number): ClipPrediction {
  const scores = dfewLabels.emotions.map((_, emotion) => (emotion === named ? -0.1 : -5));
  return {
    clip,
    label,
    frameNumbers: [0],
    clipLogProbabilities: scores,
    sentimentLogProbabilities: dfewLabels.groups.map(({ emotions }) =>
      emotions.includes(named) ? -0.1 : -5,
    ),
    emotionLogProbabilities: scores,
  };
}
