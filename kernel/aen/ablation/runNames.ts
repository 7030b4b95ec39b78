import { createHash } from "node:crypto";
import type { TrainAndTest } from "../data/clipSet.js";
import type { LossTerm } from "../losses/lossTerm.js";
import { functionIdentity } from "./functions/functionIdentity.js";
import type { PlannedArm, StudyPlan, StudyTask } from "./studyPlan.js";

type Parts = Pick<StudyPlan, "arms" | "folds" | "backbone" | "bottomUp">;
type Replacer = (key: string, value: unknown) => unknown;

/** Names the runs of a study: the same for the same code and data, another when anything that decides figures differs. */
export function runNames(parts: Parts): (task: Omit<StudyTask, "run">) => string {
  const identities = new Map<string, string>();
  const plain = plainly();
  return ({ arm, seed, fold }) => {
    const key = `${arm} ${fold}`;
    const identity = identities.get(key) ?? identify(parts.arms[arm], parts.folds[fold], parts, plain);
    identities.set(key, identity);
    return `ablation-${identity}-seed${seed}-fold${fold + 1}`;
  };
}

/** A hash over all that decides the figures of an arm's runs: with the same one they are the same runs. */
function identify(
  arm: PlannedArm,
  clips: TrainAndTest,
  { arms: [base], backbone, bottomUp }: Parts,
  plain: Replacer,
): string {
  const { loss: _loss, device: _device, record: _record, pretraining: _own, ...training } = arm.training;
  const start = bottomUp ? [bottomUp.hash] : ownStart(base);
  const terms = arm.terms.map(({ name, weight, value }) => [name, weight, value]);
  const data = [clips.train.contentHash, clips.test.contentHash];
  const parts = [2, terms, arm.configuration, arm.labels.groups, training, start, data, backbone];
  return createHash("sha256").update(JSON.stringify(parts, plain)).digest("hex").slice(0, 12);
}

/** What decides the bottom-up branch that each seed and fold trains. */
function ownStart({ training }: PlannedArm): unknown[] {
  const { pretraining, epochs, learningRate, optimizer, schedule, augment } = training;
  const stills = pretraining?.stills?.contentHash ?? null;
  return ["emotion terms", pretraining, epochs, learningRate, optimizer, schedule, augment, stills];
}

/** Puts what decides their results in place of functions; stills are told by their contents. */
function plainly(): Replacer {
  const known = new Map<unknown, string>();
  return (key, value) => {
    if (key === "stills") return undefined;
    if (typeof value !== "function") return value;
    const identity = known.get(value) ?? functionIdentity(value as LossTerm["value"]);
    known.set(value, identity);
    return identity;
  };
}
