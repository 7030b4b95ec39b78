import { Model } from "../model/model.js";
import { trainUnannounced } from "../training/train.js";
import { ClipFeatures } from "../training/clipFeatures.js";
import type { StudyPlan } from "./studyPlan.js";
import { TopDownTrainer } from "../training/topDownTrainer.js";

const measuredClips = 32;

/**
 * Estimates the seconds a study will take on this machine, one run at a time: pretraining, features and training are
 * run on a few clips, timing the second epoch of each, when everything is compiled.
 */
export async function estimateSeconds({
  arms,
  folds,
  seeds,
  tasks,
  bottomUp,
  givenBottomUp,
}: StudyPlan): Promise<number> {
  const [base] = arms;
  const { pretraining, epochs } = base.training;
  const clips = folds[0].train.sample(measuredClips);
  const model = new Model(base.configuration, base.labels, 1);
  const shared = {
    ...base.training,
    validate: undefined,
    earlyStopping: undefined,
    keep: "last",
    record: false,
  } as const;
  const whole = 2;
  const given = pretraining ? { ...pretraining, stills: undefined, epochs: 2 } : (false as const);
  const run = await trainUnannounced(model, clips, { ...shared, pretraining: given, epochs: whole });
  const perClip = (phase: "pretraining" | "training") => {
    const times = run.events.filter((event) => event.type === "epoch" && event.phase === phase);
    if (times.length < 2) return 0;
    return (times[1].seconds - times[0].seconds) / clips.length;
  };
  const learnt = folds.reduce((sum, fold) => sum + fold.train.length, 0);
  const stills = pretraining?.stills ? pretraining.stills.length * folds.length : learnt;
  const startCount = givenBottomUp ? 0 : seeds.length;
  const starts = startCount * stills * perClip("pretraining") * (pretraining?.epochs ?? 0);
  const perArm = (learnt / folds.length) * epochs;
  const perWhole = perClip("training") * perArm;
  const frozenStarts = bottomUp === "frozen" ? startCount * folds.length * perWhole : 0;
  const perRun = bottomUp === "learns" ? perWhole : 0;
  const frozen =
    bottomUp === "learns"
      ? { perClipEpoch: 0, perClipFeatures: 0 }
      : await measureTopDown(run.model, clips, base);
  await run.dispose();
  model.dispose();
  const all = folds.reduce((sum, fold) => sum + fold.train.length + fold.test.length, 0);
  return (
    starts +
    frozenStarts +
    Math.max(1, startCount) * all * frozen.perClipFeatures +
    tasks.length * (perRun + perArm * frozen.perClipEpoch)
  );
}

async function measureTopDown(
  model: Model,
  clips: StudyPlan["folds"][0]["train"],
  base: StudyPlan["arms"][0],
) {
  const began = performance.now();
  const features = await ClipFeatures.compute(model, clips, { device: base.training.device });
  const perClipFeatures = (performance.now() - began) / 1000 / clips.length;
  const trainer = new TopDownTrainer(model, base.terms, base.training.optimizer, base.training);
  const times: number[] = [];
  const batch = Math.min(base.training.batch, clips.length);
  await trainer.train(
    features,
    clips,
    { ...base.training, batch, epochs: 2 },
    {},
    {
      afterEpoch: () => void times.push(performance.now()),
    },
  );
  await trainer.dispose();
  return { perClipFeatures, perClipEpoch: (times[1] - times[0]) / 1000 / clips.length };
}
