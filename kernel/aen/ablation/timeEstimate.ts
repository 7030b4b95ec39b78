import type { ClipSet } from "../clips/clipSet.js";
import { Model } from "../model/model.js";
import { ClipFeatures } from "../training/clipFeatures.js";
import type { Run } from "../training/run.js";
import { TopDownTrainer } from "../training/topDownTrainer.js";
import { trainUnannounced } from "../training/train.js";
import { relabelled } from "./armTrainer.js";
import { secondsOfRuns } from "./secondsOfRuns.js";
import type { PlannedArm, StudyPlan } from "./studyPlan.js";

const measuredClips = 32;

/**
 * Estimates the seconds a study will take on this machine, one run at a time: pretraining, features and the training of
 * each of its networks are run on a few clips, timing the second epoch of each, when everything is compiled.
 */
export async function estimateSeconds(plan: StudyPlan): Promise<number> {
  const { arms, folds, seeds, bottomUp, givenBottomUp } = plan;
  const [base] = arms;
  const clips = folds[0].train.sample(measuredClips);
  const run = await trainBriefly(base, clips, base.training.pretraining !== null);
  const learnt = folds.reduce((sum, fold) => sum + fold.train.length, 0);
  const { pretraining, epochs } = base.training;
  const stills = pretraining?.stills ? pretraining.stills.length * folds.length : learnt;
  const startCount = givenBottomUp ? 0 : seeds.length;
  const starts = startCount * stills * perClip(run, "pretraining") * (pretraining?.epochs ?? 0);
  const perBranch = startCount * learnt * epochs * perClip(run, "training");
  const { device } = base.training;
  const began = performance.now();
  const features = bottomUp === "frozen" ? await ClipFeatures.compute(run.model, clips, { device }) : null;
  const perClipFeatures = (performance.now() - began) / 1000 / clips.length;
  const measure = (arm: PlannedArm) =>
    features ? topDownSeconds(arm, features, clips) : wholeSeconds(arm, clips, arm === base ? run : null);
  const runs = await secondsOfRuns(plan, measure);
  await run.dispose();
  const all = folds.reduce((sum, fold) => sum + fold.train.length + fold.test.length, 0);
  if (!features) return starts + runs;
  return starts + perBranch + Math.max(1, startCount) * all * perClipFeatures + runs;
}

async function wholeSeconds(arm: PlannedArm, clips: ClipSet, trained: Run | null): Promise<number> {
  const run = trained ?? (await trainBriefly(arm, clips, false));
  const seconds = perClip(run, "training");
  if (run !== trained) await run.dispose();
  return seconds;
}

/** Two epochs of each phase. */
async function trainBriefly(arm: PlannedArm, clips: ClipSet, pretrains: boolean): Promise<Run> {
  const { configuration, labels, training } = arm;
  const model = new Model(configuration, labels, 1);
  const { pretraining } = training;
  const given =
    pretrains && pretraining ? { ...pretraining, stills: undefined, epochs: 2 } : (false as const);
  const run = await trainUnannounced(model, relabelled(clips, arm), {
    ...{ ...training, validate: undefined, earlyStopping: undefined, keep: "last", record: false },
    ...{ epochs: 2, pretraining: given },
  });
  model.dispose();
  return run;
}

function perClip({ events, clips }: Run, phase: "pretraining" | "training"): number {
  const times = events.filter((event) => event.type === "epoch" && event.phase === phase);
  return times.length < 2 ? 0 : (times[1].seconds - times[0].seconds) / clips.length;
}

async function topDownSeconds(arm: PlannedArm, features: ClipFeatures, clips: ClipSet): Promise<number> {
  const model = new Model(arm.configuration, arm.labels, 1);
  const trainer = new TopDownTrainer(model, arm.terms, arm.training.optimizer, arm.training);
  const times: number[] = [];
  const batch = Math.min(arm.training.batch, clips.length);
  const afterEpoch = () => void times.push(performance.now());
  await trainer.train(
    features,
    relabelled(clips, arm),
    { ...arm.training, batch, epochs: 2 },
    {},
    { afterEpoch },
  );
  await trainer.dispose();
  model.dispose();
  return (times[1] - times[0]) / 1000 / clips.length;
}
