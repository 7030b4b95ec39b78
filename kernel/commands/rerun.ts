import { existsSync } from "node:fs";
import path from "node:path";
import type { Command } from "commander";
import type { RerunOptions } from "../aen/rerun/rerun.js";
import { tellingErrors } from "./userErrors.js";

/** `aen rerun RUN`: repeats a run, the runs of a cross-validation or a study from the record; are the numbers the same? */
export function register(program: Command): void {
  program
    .command("rerun")
    .description(
      "repeat a training, a cross-validation or an ablation from its record alone, and say whether its numbers are the same",
    )
    .argument("<run>", "the id of a run, cross-validation or study, or the folder of its record")
    .option("--record <folder>", "the folder of run records", ".aen/runs")
    .action((run: string, options: { record: string }) =>
      tellingErrors(() => rerunCommand(run, options.record)),
    );
}

async function rerunCommand(id: string, records: string): Promise<void> {
  const { findStudy } = await import("../aen/rerun/rerunStudy.js");
  const stopped = new AbortController();
  const stop = () => stopped.abort(new Error("Stopped. The record that was repeated is as it was."));
  process.once("SIGINT", stop);
  try {
    const { runsOfFolds } = await import("../aen/rerun/runsOfFolds.js");
    const [study, folds] = [findStudy(id, records), runsOfFolds(id, records)];
    const isSame = await (study
      ? rerunStudy(study, stopped.signal)
      : folds
        ? rerunFolds(folds, stopped.signal)
        : rerunRun(id, records, stopped.signal));
    if (!isSame) process.exitCode = 1;
  } finally {
    process.off("SIGINT", stop);
  }
}

async function knownModules(): Promise<RerunOptions["known"]> {
  return { aen: await import("../aen/index.js"), tf: await import("@tensorflow/tfjs") };
}

/** @returns whether all numbers are the same */
async function rerunRun(id: string, records: string, signal: AbortSignal): Promise<boolean> {
  const { findRun } = await import("../aen/training/record/readRecord.js");
  const { readRepeatable, rerun } = await import("../aen/rerun/rerun.js");
  const { plural } = await import("../aen/rerun/uncompared.js");
  const folder = findRun(id, records);
  enterFolderOf(readRepeatable(folder));
  const { run, difference, compared, weights, uncompared } = await rerun(folder, {
    ...{ known: await knownModules(), record: path.dirname(folder), signal },
    onWarning: (message) => console.error(message),
    onEpoch: ({ phase, epoch, epochs, loss }, other) =>
      console.log(`${phase}, epoch ${epoch} of ${epochs}: loss ${loss}${other ? `; ${other}` : ""}`),
  });
  console.log(`The new record: ${run.folder}`);
  const all = [
    ...(compared > 0 ? [plural(compared, "epoch")] : []),
    ...(weights ? ["the weights at the end"] : []),
  ];
  if (difference) console.log(`Other numbers: ${difference}.`);
  else if (all.length > 0) console.log(`Same numbers, to the last bit: ${all.join(" and ")}.`);
  else console.log("Nothing could be compared, so nobody knows whether the numbers are the same.");
  for (const each of uncompared) console.log(`Not compared: ${each}.`);
  return difference === null && all.length > 0;
}

/** @returns whether all numbers of all folds are the same */
async function rerunFolds(runs: readonly (string | null)[], signal: AbortSignal): Promise<boolean> {
  let same = 0;
  for (const [at, run] of runs.entries()) {
    const fold = `Fold ${at + 1} of ${runs.length}`;
    console.log(run === null ? `${fold}: it was never started.` : `${fold}: ${run}`);
    if (run !== null && (await rerunRun(run, path.dirname(run), signal))) same++;
  }
  console.log(`Same numbers in ${same} of ${runs.length} folds.`);
  return same === runs.length;
}

/** @returns whether all numbers are the same */
async function rerunStudy(folder: string, signal: AbortSignal): Promise<boolean> {
  const { readStudy, rerunStudy: repeat } = await import("../aen/rerun/rerunStudy.js");
  enterFolderOf(readStudy(folder));
  const { plural } = await import("../aen/rerun/uncompared.js");
  const { record, compared, differences, uncompared } = await repeat(folder, {
    ...{ known: await knownModules(), signal },
    onRun: (run, other) => console.log(`${run}: ${other ?? "the same"}`),
  });
  console.log(`The new records: ${record}`);
  const runs = plural(compared, "run");
  const same = `Same numbers, to the last bit: ${runs}.`;
  console.log(differences.length === 0 ? same : `Other numbers: ${differences.length} of ${runs}.`);
  for (const each of uncompared) console.log(`Not compared: ${each}.`);
  return differences.length === 0;
}

/** Relative paths of the data start where they did; says so when that folder is gone. */
function enterFolderOf({ folder }: { readonly folder?: string }): void {
  if (!folder) return;
  if (existsSync(folder)) return process.chdir(folder);
  console.error(
    `The run was started in "${folder}", which is gone; relative paths of its data now start at "${process.cwd()}". If ` +
      `they are not found there, restore that folder, or repeat the run from the folder that took its place.`,
  );
}
