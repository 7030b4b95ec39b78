import { type Command, InvalidArgumentError, Option } from "commander";
import type { TaskSize } from "../aen/ablation/slurm/arrayTasks.js";
import { tellingErrors } from "./userErrors.js";

/** `aen ablation-task FOLDER --task N`: what a job array of Slurm starts on a node. */
export function register(program: Command): void {
  program
    .command("ablation-task")
    .description('do the runs of one task of an ablation on a cluster (started by Slurm, see `on: "slurm"`)')
    .argument("<folder>", "the study's folder, .aen/studies/<id>")
    .requiredOption("--task <number>", "which task of the array", wholeNumber)
    .addOption(new Option("--size <size>", "what a task does").choices(["seed", "run"]).default("run"))
    .action((folder: string, options: { task: number; size: TaskSize }) =>
      tellingErrors(() => ablationTask(folder, options)),
    );
}

function wholeNumber(value: string): number {
  if (!/^\d+$/.test(value)) throw new InvalidArgumentError("expected a whole number of 0 or more");
  return Number(value);
}

async function ablationTask(folder: string, { task, size }: { task: number; size: TaskSize }): Promise<void> {
  const { carryOutArrayTask } = await import("../aen/ablation/slurm/arrayTask.js");
  const aen = await import("../aen/index.js");
  const tf = await import("@tensorflow/tfjs");
  const print = (line: string) => console.log(`${new Date().toISOString()} ${line}`);
  const known = { aen, tf };
  const failed = await carryOutArrayTask(folder, {
    number: task,
    size,
    known,
    memory: grantedMemory(),
    print,
  });
  if (failed > 0) process.exitCode = 1;
}

/** Half of the bytes that Slurm grants on this node, where it says so; the rest is for what runs share. */
function grantedMemory(): number | undefined {
  const megabytes = Number(process.env["SLURM_MEM_PER_NODE"]);
  return megabytes > 0 ? (megabytes * 2 ** 20) / 2 : undefined;
}
