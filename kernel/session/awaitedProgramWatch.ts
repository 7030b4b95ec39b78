import { type ChildProcess, spawn } from "node:child_process";
import type { Writable } from "node:stream";
import { childrenOf, descendantsOf } from "./programTree.js";

/** Milliseconds that a call may last before its program is watched, and between looks at what runs. */
const between = 200;

/**
 * Reads lines of process numbers until its input ends, as it does when the kernel's process ends in whatever way. Then it
 * asks the processes of the last line to end, and kills those that do not.
 */
const script =
  'programs=""; while read -r line; do programs=$line; done; [ -n "$programs" ] || exit 0; ' +
  "kill -TERM $programs; sleep 2; kill -KILL $programs";

/**
 * Ends the programs that the main thread awaits in one call (`execSync`) when the process ends. Nothing in the process
 * can: a signal ends it at once, as its main thread is in the call. So a small shell of its own waits for that. Runs on
 * another thread; does nothing on Windows.
 */
export class AwaitedProgramWatch {
  #shell: ChildProcess | undefined;
  #timer: NodeJS.Timeout | undefined;
  #told = "";

  /** @param isAwaiting whether the main thread is in such a call */
  constructor(readonly isAwaiting: () => boolean) {}

  /** To be called when the main thread begins to wait. */
  begin(): void {
    if (process.platform === "win32" || this.#timer) return;
    this.#timer = setTimeout(() => this.#look(), between).unref();
  }

  /** The programs that this process has started, but for the shell. */
  programs(): number[] {
    return childrenOf(process.pid).filter((pid) => pid !== this.#shell?.pid);
  }

  #look(): void {
    this.#timer = undefined;
    const isAwaiting = this.isAwaiting();
    this.#tell(isAwaiting ? this.programs().flatMap((pid) => [pid, ...descendantsOf(pid)]) : []);
    if (isAwaiting) this.begin();
  }

  #tell(programs: readonly number[]): void {
    const line = programs.join(" ");
    if (line === this.#told) return;
    this.#shell ??= this.#start();
    this.#shell.stdin!.write(`${line}\n`);
    this.#told = line;
  }

  #start(): ChildProcess {
    const shell = spawn("/bin/sh", ["-c", script], {
      cwd: "/",
      detached: true,
      stdio: ["pipe", "ignore", "ignore"],
    });
    const forget = () => {
      if (this.#shell !== shell) return;
      this.#shell = undefined;
      this.#told = "";
    };
    shell.on("error", forget);
    shell.on("exit", forget);
    shell.stdin!.on("error", forget);
    shell.unref();
    (shell.stdin as Writable & { unref(): void }).unref();
    return shell;
  }
}
