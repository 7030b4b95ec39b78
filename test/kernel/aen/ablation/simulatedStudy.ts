import jstat from "jstat";
import type { ArmState, RunState, StudyState } from "../../../../kernel/aen/ablation/studyState.js";
import type { Random } from "../../../../kernel/aen/data/random.js";
import { dfewLabels } from "../../../../kernel/aen/labels.js";
import type { ClipPrediction } from "../../../../kernel/aen/metrics/clipPrediction.js";

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
}

/** The true UAR of an arm over all seeds and clips. */
export function expectedUar(simulation: Simulation, arm: number): number {
  const { abilities, clipEase, armAndClip, run, runAndEmotion } = simulation;
  return jstat.jStat.normal.cdf(
    abilities[arm] / Math.hypot(1, clipEase, armAndClip, run, runAndEmotion),
    0,
    1,
  );
}

/** Whether each run named each clip right, `[arms][seeds][clips]`; clip i has the emotion i mod 7. */
export function simulatedRights(simulation: Simulation, random: Random): boolean[][][] {
  const { clips, seeds, abilities, clipEase, armAndClip } = simulation;
  const ease = Array.from({ length: clips }, () => clipEase * random.normal());
  return abilities.map((ability) => {
    const score = ease.map((value) => ability + value + armAndClip * random.normal());
    return Array.from({ length: seeds }, () => rightsOfSeed(simulation, score, random));
  });
}

function rightsOfSeed({ run, runAndEmotion, folds = 1 }: Simulation, score: number[], random: Random) {
  const luck = Array.from({ length: folds }, () => {
    const ofRun = run * random.normal();
    return Array.from({ length: 7 }, () => ofRun + runAndEmotion * random.normal());
  });
  return score.map((value, clip) => value + luck[clip % folds][clip % 7] + random.normal() > 0);
}

export function simulatedStudy(simulation: Simulation, random: Random): StudyState {
  const { folds = 1 } = simulation;
  const clips = Array.from({ length: simulation.clips }, (_, clip) => ({
    id: `clip ${clip}`,
    label: clip % 7,
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

/** A prediction that names one emotion. */
export function predictionOf(clip: string, label: number, named: number): ClipPrediction {
  const scores = dfewLabels.emotions.map((_, emotion) => (emotion === named ? -0.1 : -5));
  return {
    clip,
    label,
    frameNumbers: [0],
    clipLogProbabilities: scores,
    sentimentLogProbabilities: [-1, -1, -1],
    emotionLogProbabilities: scores,
  };
}
