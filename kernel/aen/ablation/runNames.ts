import type { TrainAndTest } from "../clips/clipSet.js";
import type { LabelSet } from "../labels.js";
import type { LossTerm } from "../losses/lossTerm.js";
import type { ModelConfiguration } from "../model/configuration.js";
import type { TrainPlan } from "../training/trainOptions.js";
import { functionIdentity } from "../losses/functionIdentity/functionIdentity.js";
import { sha256 } from "../../files/sha256.js";

/** Everything that determines the figures of an arm. */
interface ArmParts {
  readonly terms: readonly LossTerm[];
  readonly configuration: ModelConfiguration;
  readonly labels: Pick<LabelSet, "groups">;
  readonly training: TrainPlan;
}

/** Everything that determines the figures of a study. */
export interface StudyParts {
  readonly arms: readonly ArmParts[];
  readonly folds: readonly TrainAndTest[];
  readonly bottomUp: "frozen" | "learns";
  /** The bottom-up branch that all runs start from; null when each seed and fold trains one. */
  readonly givenBottomUp: { readonly hash: string } | null;
}

/** One run of a study: indices of its arm and fold, and its seed. */
interface RunPlace {
  readonly arm: number;
  readonly seed: number;
  readonly fold: number;
}

type Replacer = (key: string, value: unknown) => unknown;

/** Names the runs of a study: the same for the same code and data, different if anything affecting figures differs. */
export function runNames(parts: StudyParts): (place: RunPlace) => string {
  const identities = new Map<string, string>();
  const plain = plainly();
  return ({ arm, seed, fold }) => {
    const key = `${arm} ${fold}`;
    const identity = identities.get(key) ?? identify(parts.arms[arm], parts.folds[fold], parts, plain);
    identities.set(key, identity);
    return `ablation-${identity}-seed${seed}-fold${fold + 1}`;
  };
}

/** A hash of everything that determines the figures of an arm's runs: runs with the same hash are the same runs. */
function identify(
  arm: ArmParts,
  clips: TrainAndTest,
  { arms: [base], bottomUp, givenBottomUp: given }: StudyParts,
  plain: Replacer,
): string {
  const { loss: _loss, device: _device, threads: _threads, record: _record, ...settings } = arm.training;
  const { pretraining: _own, ...training } = settings;
  const start = given ? [given.hash] : ownStart(base);
  const terms = arm.terms.map(({ name, weight, value }) => [name, weight, value]);
  // The first version's words, so that studies started with it keep their names and can be continued.
  const learning = bottomUp === "learns" ? "trained" : "frozen";
  const data = [clips.train.contentHash, clips.test.contentHash];
  const parts = [2, terms, arm.configuration, arm.labels.groups, training, start, data, learning];
  return sha256(JSON.stringify(parts, plain)).slice(0, 12);
}

/** Everything that determines the bottom-up branch that each seed and fold trains. */
function ownStart({ training }: ArmParts): unknown[] {
  const { pretraining, epochs, learningRate, optimizer, schedule, augment } = training;
  const stills = pretraining?.stills?.contentHash ?? null;
  return ["emotion terms", pretraining, epochs, learningRate, optimizer, schedule, augment, stills];
}

/** Replaces functions with what determines their results; stills are identified by their content. */
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
