import { requireSeed } from "../../random/requireSeed.js";
import type { OptimizerOptions } from "./optimizer.js";
import type { Schedule } from "./schedule.js";

/** The settings of a plan that are numbers or hold some. */
interface PlanNumbers {
  readonly epochs: number;
  readonly batch: number;
  readonly threads: number;
  readonly seed: number;
  readonly learningRate: number;
  readonly schedule: Schedule;
  readonly optimizer: OptimizerOptions;
  readonly checkpointSeconds: number;
  readonly earlyStopping: EarlyStopping | null;
  readonly pretraining: PretrainingNumbers | null;
}

interface EarlyStopping {
  readonly patience: number;
  readonly least: number;
}

interface PretrainingNumbers {
  readonly epochs: number;
  readonly batch: number;
  readonly framesPerClip: number;
  readonly learningRate: number;
  readonly schedule?: Schedule;
}

/** A range of numbers, in words and as a test that NaN fails. */
interface Range {
  readonly words: string;
  holds(value: number): boolean;
}

const notNegative: Range = { words: "a number of 0 or more", holds: (value) => value >= 0 };
const positive: Range = { words: "a number above 0", holds: (value) => value > 0 };
const share: Range = {
  words: "a number of 0 or more and below 1",
  holds: (value) => value >= 0 && value < 1,
};

/**
 * Checks every number of a plan, so that none that is not finite reaches a step, or a comparison that it would decide.
 * @throws RangeError naming the setting and its value
 */
export function requirePlanNumbers(plan: PlanNumbers): void {
  requireWhole("epochs", plan.epochs, 0);
  requireWhole("batch", plan.batch, 1);
  requireWhole("threads", plan.threads, 1);
  requireSeed(plan.seed);
  requireRate("The learning rate", plan.learningRate);
  requireSchedule("schedule", plan.schedule);
  requireOptimizer(plan.optimizer);
  requireNumber("checkpointSeconds", plan.checkpointSeconds, notNegative);
  if (plan.earlyStopping) requireEarlyStopping(plan.earlyStopping);
  if (plan.pretraining) requirePretraining(plan.pretraining);
}

function requirePretraining({
  epochs,
  batch,
  framesPerClip,
  learningRate,
  schedule,
}: PretrainingNumbers): void {
  requireWhole("pretraining.epochs", epochs, 0);
  requireWhole("pretraining.batch", batch, 1);
  requireWhole("pretraining.framesPerClip", framesPerClip, 1);
  requireRate("The pretraining's learning rate", learningRate);
  if (schedule) requireSchedule("pretraining.schedule", schedule);
}

function requireEarlyStopping({ patience, least }: EarlyStopping): void {
  requireWhole("earlyStopping.patience", patience, 1);
  requireWhole("earlyStopping.least", least, 0);
}

function requireSchedule(name: string, schedule: Schedule): void {
  requireKind(name, schedule.kind, ["constant", "step", "cosine"]);
  requireNumber(`${name}.warmUp`, schedule.warmUp, notNegative);
  if (schedule.kind === "cosine") requireNumber(`${name}.floor`, schedule.floor, notNegative);
  if (schedule.kind !== "step") return;
  requireNumber(`${name}.every`, schedule.every, positive);
  requireNumber(`${name}.factor`, schedule.factor, positive);
}

function requireOptimizer(optimizer: OptimizerOptions): void {
  requireKind("optimizer", optimizer.kind, ["sgd", "adam", "adamw"]);
  requireNumber("optimizer.weightDecay", optimizer.weightDecay, notNegative);
  if (optimizer.kind === "sgd") return requireNumber("optimizer.momentum", optimizer.momentum, share);
  requireNumber("optimizer.beta1", optimizer.beta1, share);
  requireNumber("optimizer.beta2", optimizer.beta2, share);
  requireNumber("optimizer.epsilon", optimizer.epsilon, positive);
}

function requireKind(name: string, kind: string, known: readonly string[]): void {
  if (known.includes(kind)) return;
  throw new RangeError(`"${name}.kind" must be one of ${known.join(", ")}, got ${JSON.stringify(kind)}.`);
}

/** A setting that is not given has its default. */
function requireNumber(name: string, value: number | undefined, range: Range): void {
  if (value === undefined || (range.holds(value) && value !== Infinity)) return;
  throw new RangeError(`"${name}" must be ${range.words} that is finite, got ${value}.`);
}

function requireWhole(name: string, value: number, least: number): void {
  if (!Number.isInteger(value) || value < least) {
    throw new RangeError(`"${name}" must be a whole number of ${least} or more, got ${value}.`);
  }
}

function requireRate(what: string, rate: number): void {
  if (!(rate > 0)) throw new RangeError(`${what} must be above 0, got ${rate}.`);
  if (rate === Infinity) throw new RangeError(`${what} must be finite, got ${rate}.`);
}
