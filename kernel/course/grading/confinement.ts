import { spawnSync } from "node:child_process";

/** How a submission's process is started, and what that holds it to. */
export interface Confinement {
  /** The command line that runs `program` with `args`, confined. */
  commandLine(
    program: string,
    args: readonly string[],
  ): { readonly execPath: string; readonly execArgv: readonly string[] };
  /** What the system holds, and what it does not, in sentences. */
  readonly holds: readonly string[];
  readonly doesNotHold: readonly string[];
}

const always = [
  "A cell has a time limit, and so has the notebook.",
  "The process has a memory limit, and each cell an output limit.",
  "Each submission runs in a process and a temporary folder of its own.",
];
const never =
  "Checks run in the submission's process: whoever studies the kernel's own code could still forge them. Read what looks odd.";

/**
 * Hides a folder, makes the file system read-only but for the submission's folder, and runs the program, below the shell:
 * the first process of a namespace cannot be ended by a signal from within, not even by its own.
 */
const script =
  'mount -t tmpfs -o size=64k none "$1" && mount --bind "$2" "$2" && mount -o remount,bind,ro / && cd "$2" && shift 2 && { "$@"; exit $?; }';
const ofItsOwn = [
  "--user",
  "--map-root-user",
  "--net",
  "--pid",
  "--mount",
  "--fork",
  "--kill-child",
  "--mount-proc",
];

/**
 * The strictest confinement that this system offers. On Linux with user namespaces: no network, no processes of others,
 * no view of the course's folder, and nothing to write to but a folder of its own.
 *
 * @param hidden the course's folder, with solutions and other submissions
 * @param own the submission's folder
 */
export function confinementOf(hidden: string, own: string): Confinement {
  const prefix = [...ofItsOwn, "--", "sh", "-c", script, "sh", hidden, own];
  return canConfine(prefix) ? confined(prefix) : unconfined();
}

function canConfine(prefix: readonly string[]): boolean {
  if (process.platform !== "linux") return false;
  return spawnSync("unshare", [...prefix, "true"], { stdio: "ignore", timeout: 20_000 }).status === 0;
}

function confined(prefix: readonly string[]): Confinement {
  return {
    commandLine: (program, args) => ({ execPath: "unshare", execArgv: [...prefix, program, ...args] }),
    holds: [
      ...always,
      "It cannot reach the network.",
      "It sees neither the course's folder, with solutions and other submissions, nor other processes.",
      "It can write to its own folder alone, and to file systems mounted elsewhere than at / (such as a separate /home).",
      "What it has started ends with it.",
    ],
    doesNotHold: ["It can read other files that you can read.", never],
  };
}

function unconfined(): Confinement {
  return {
    commandLine: (program, args) => ({ execPath: program, execArgv: args }),
    holds: always,
    doesNotHold: [
      "It can reach the network, and read and write all files that you can: this system has no user namespaces (unshare). " +
        "Grade in a container or a virtual machine, as a user who owns nothing else.",
      never,
    ],
  };
}
