import { existsSync, readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import path from "node:path";
import { parseObject } from "../../contracts/runs/jsonLines.js";
import type { DeviceName } from "../../engine/contract.js";
import { onDevice, whyUnusable } from "../ablation/recordedDevice.js";
import { repeatFolder } from "../ablation/repeatablePlan.js";
import { readPlan } from "../ablation/slurm/portablePlan.js";
import { Study } from "../ablation/study.js";
import type { StudyTask } from "../ablation/studyPlan.js";
import { StudyRecord, type FinishedRun } from "../ablation/studyRecord.js";
import type { KnownModules } from "../losses/portable/portableFunction.js";

export interface RerunStudyOptions {
  /** The modules that user functions can use without importing them. */
  readonly known: KnownModules;
  /** The folder of the new records, runs/ and studies/ within it. @default a new one in the study's folder */
  readonly record?: string;
  readonly signal?: AbortSignal;
  /** Called whenever a run that the record has is done, with what is other about it. */
  readonly onRun?: (run: string, difference: string | null) => void;
}

/** A study that was repeated from its record. */
export interface StudyRerun {
  readonly study: Study;
  /** The folder of the new records. */
  readonly record: string;
  /** The number of runs that both have. */
  readonly compared: number;
  /** A sentence for each run that is other than the recorded one. */
  readonly differences: readonly string[];
  /** The runs that the record does not have whole, each with the reason. */
  readonly uncompared: readonly string[];
}

/** The folder of a study; null when there is none. @param records the folder of run records */
export function findStudy(study: string, records: string): string | null {
  const candidates = [path.resolve(study), path.resolve(records, "..", "studies", study)];
  return candidates.find((folder) => "runs" in readStudy(folder)) ?? null;
}

/**
 * Repeats a study from its record alone and compares the predictions and learning curves of all runs that had finished.
 * @param folder .aen/studies/<id>
 * @throws RangeError when the record lacks what that takes; Error when the plan does not come out as it was
 */
export async function rerunStudy(folder: string, options: RerunStudyOptions): Promise<StudyRerun> {
  const { cannotBeRepeated } = readStudy(folder);
  const place = path.join(folder, repeatFolder);
  if (!existsSync(path.join(place, "plan.json"))) {
    const why = cannotBeRepeated ?? "it is of an earlier version, which did not keep what that takes";
    throw new RangeError(
      `The study "${path.basename(folder)}" cannot be repeated from its record alone: ${why}.`,
    );
  }
  const plan = await readPlan(place, options.known);
  const before = new StudyRecord(path.resolve(folder, "..", ".."));
  const recorded = await finishedRuns(before, plan.tasks);
  const uncompared = await unreadRuns(before, plan.tasks, recorded);
  if (recorded.size === 0) {
    throw new RangeError(
      `No run of the study "${plan.id}" has finished: none can be compared.\n${uncompared.map((each) => `- ${each}`).join("\n")}`,
    );
  }
  const device = await deviceOf([...recorded.values()]);
  const record = options.record ?? path.join(folder, "reruns", new Date().toISOString().replaceAll(":", "-"));
  const parallel = await lanesOf(before, [...recorded.keys()]);
  const study = new Study(onDevice(plan, device), { record, parallel, signal: options.signal });
  const after = new StudyRecord(record);
  await study.carryOut();
  options.signal?.throwIfAborted();
  const differences: string[] = [];
  for (const [task, earlier] of recorded) {
    const difference = differenceOfRuns(earlier, await after.read(task.run));
    options.onRun?.(task.run, difference);
    if (difference) differences.push(`${task.run}: ${difference}`);
  }
  return { study, record, compared: recorded.size, differences, uncompared };
}

/** What a study's `plan.json` says about repeating it; nothing where there is none. */
export function readStudy(folder: string): {
  readonly runs?: unknown;
  /** The folder that relative paths start from. */
  readonly folder?: string;
  readonly cannotBeRepeated?: string;
} {
  const file = path.join(folder, "plan.json");
  if (!existsSync(file)) return {};
  const found = parseObject(readFileSync(file, "utf8"));
  if (found) return found;
  throw new RangeError(`"${file}" is damaged or cut off: restore it, or start the study again.`);
}

async function finishedRuns(
  record: StudyRecord,
  tasks: readonly StudyTask[],
): Promise<Map<StudyTask, FinishedRun>> {
  const found = new Map<StudyTask, FinishedRun>();
  for (const task of tasks) {
    const run = await record.read(task.run);
    if (run) found.set(task, run);
  }
  return found;
}

/** Why the other runs cannot be compared. */
async function unreadRuns(
  record: StudyRecord,
  tasks: readonly StudyTask[],
  recorded: ReadonlyMap<StudyTask, FinishedRun>,
): Promise<string[]> {
  const others = tasks.filter((task) => !recorded.has(task));
  return Promise.all(
    others.map(async ({ run }) => {
      const described = (await record.describe(run)) as { readonly state?: string } | null;
      if (!described) return `${run}: its run.json is missing or damaged`;
      return described.state === "finished"
        ? `${run}: its predictions.jsonl is missing or damaged`
        : `${run}: it had not finished`;
    }),
  );
}

/** @throws RangeError when the runs computed on several devices, or on one that cannot be used here */
async function deviceOf(runs: readonly FinishedRun[]): Promise<DeviceName> {
  const used = [...new Set(runs.map(({ circumstances }) => circumstances["device"]))];
  if (used.length > 1) {
    throw new RangeError(
      `The runs of the study computed on several devices (${used.join(", ")}), so none repeats them.`,
    );
  }
  const why = await whyUnusable(used[0]);
  if (why !== null) throw new RangeError(`The study computed on ${used[0]}, but here: ${why}`);
  return used[0] as DeviceName;
}

/** As many runs side by side as give each the threads that it had; undefined where the records do not say. */
async function lanesOf(record: StudyRecord, tasks: readonly StudyTask[]): Promise<number | undefined> {
  const described = await Promise.all(tasks.map(({ run }) => record.describe(run)));
  const threads = described.find((each) => each?.threads)?.threads;
  return threads && Math.max(1, Math.floor(availableParallelism() / threads));
}

function differenceOfRuns(recorded: FinishedRun, now: FinishedRun | null): string | null {
  if (!now) return "it did not finish again";
  const before = JSON.stringify(recorded.curve.loss);
  if (JSON.stringify(now.curve.loss) !== before) return "its learning curve is another";
  return withoutPeople(now) === withoutPeople(recorded) ? null : "its predictions are others";
}

/** The predictions as text; older records do not say whose clips they are. */
function withoutPeople({ predictions }: FinishedRun): string {
  return JSON.stringify(predictions, (key, value: unknown) => (key === "person" ? undefined : value));
}
