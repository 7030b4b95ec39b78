import { type Command, InvalidArgumentError, Option } from "commander";
import type { TaskSize } from "../aen/ablation/slurm/arrayTasks.js";
import { tellingErrors } from "./userErrors.js";

/** `aen ablation-task FOLDER --task N`: the command that a Slurm job array starts on a node. */
export function register(program: Command): void {
  program
    .command("ablation-task")
    .description('run one task of an ablation on a cluster (Slurm starts this; see `on: "slurm"`)')
    .argument("<folder>", "the study's folder, .aen/studies/<id>")
    .requiredOption("--task <number>", "number of the task in the job array", wholeNumber)
    .addOption(new Option("--size <size>", "what one task runs").choices(["seed", "run"]).default("run"))
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

/** Half of the memory that Slurm grants on this node, in bytes, if known; the rest is for what runs share. */
function grantedMemory(): number | undefined {
  const megabytes = Number(process.env["SLURM_MEM_PER_NODE"]);
  return megabytes > 0 ? (megabytes * 2 ** 20) / 2 : undefined;
}
