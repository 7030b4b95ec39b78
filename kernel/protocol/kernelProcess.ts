import { type ChildProcess, spawn } from "node:child_process";
import type { Socket } from "node:net";
import type { JupyterMessage } from "../contracts/jupyterMessages.js";
import { memorySettings } from "../session/memorySettings.js";
import { encodeFrame, FrameReader } from "./frames.js";

/** What is started, and where. */
export interface KernelPlace {
  /** The path of the built dist/kernel/protocol/childProcessEntry.js. */
  readonly entry: string;
  /** The notebook's folder. */
  readonly cwd: string;
  /** The Node (or Electron) executable; default: the current one. */
  readonly execPath?: string;
  /** Options for Node itself, placed before the entry. */
  readonly execArgv?: readonly string[];
  /** Variables added to this process's environment; Electron is always told to act as Node. */
  readonly env?: Readonly<Record<string, string | undefined>>;
}

/** What is known about a kernel process that ended unexpectedly. */
export interface KernelCrash {
  /** A message for the user, including what to do. */
  readonly message: string;
  readonly exitCode: number | null;
  readonly exitSignal: string | null;
  /** The last lines that the process wrote. */
  readonly log: string;
}

/** Who hears of a process. */
export interface ProcessHearer {
  onMessage(message: JupyterMessage): void;
  /** What the process writes past its cells. */
  onLog(text: string): void;
  onEnd(end: KernelCrash): void;
}

/** Milliseconds a process may take to exit by itself. */
const graceToExit = 4000;

/** One process of a kernel, with the pipe over which messages pass. */
export class KernelProcess {
  readonly #process: ChildProcess;
  readonly #pipe: Socket;
  #log = "";
  #isAlive = true;
  #isExpectedToEnd = false;

  /** @param place what else it holds are options of the entry, which gets them as JSON, with the folder */
  constructor(
    place: KernelPlace,
    readonly hearer: ProcessHearer,
  ) {
    const { entry, execPath, execArgv = [], env, ...settings } = place;
    this.#process = spawn(execPath ?? process.execPath, [...execArgv, entry, JSON.stringify(settings)], {
      cwd: place.cwd,
      env: { ...memorySettings, ...process.env, ELECTRON_RUN_AS_NODE: "1", ...env },
      stdio: ["ignore", "pipe", "pipe", "overlapped"],
      windowsHide: true,
    });
    this.#pipe = this.#process.stdio[3] as Socket;
    this.#listen();
  }

  get pid(): number | undefined {
    return this.#process.pid;
  }

  get isAlive(): boolean {
    return this.#isAlive;
  }

  /** Whether its end was asked for. */
  get isExpectedToEnd(): boolean {
    return this.#isExpectedToEnd;
  }

  /** The last lines that it wrote past its cells, at most 4000 characters. */
  get log(): string {
    return this.#log;
  }

  send(message: JupyterMessage): void {
    this.#pipe.cork();
    for (const part of encodeFrame(message)) this.#pipe.write(part);
    this.#pipe.uncork();
  }

  /** Leaves the process alone: it notices, stops its work in order and ends. */
  leave(): void {
    this.#isExpectedToEnd = true;
    this.#pipe.destroy();
    this.#process.stdout?.destroy();
    this.#process.stderr?.destroy();
    this.#process.unref();
  }

  /**
   * Ends the process, by force if it does not exit by itself.
   * @param request what asks it to exit
   * @returns its exit code; null where a signal or force has ended it, or it had ended before
   */
  async end(request: JupyterMessage): Promise<number | null> {
    this.#isExpectedToEnd = true;
    if (!this.#isAlive) return null;
    const ended = new Promise<number | null>((resolve) => this.#process.once("close", resolve));
    this.send(request);
    const force = setTimeout(() => this.#process.kill("SIGKILL"), graceToExit);
    const exitCode = await ended;
    clearTimeout(force);
    return exitCode;
  }

  #listen(): void {
    const reader = new FrameReader((message) => this.hearer.onMessage(message));
    this.#pipe.on("data", (chunk: Buffer) => reader.push(chunk));
    this.#pipe.on("error", () => {});
    for (const stream of [this.#process.stdout!, this.#process.stderr!])
      stream.setEncoding("utf8").on("data", (text: string) => this.#logged(text));
    this.#process.once("error", (error) => this.#ended(null, null, error));
    this.#process.once("close", (code, signal) => this.#ended(code, signal));
  }

  #logged(text: string): void {
    this.#log = (this.#log + text).slice(-4000);
    this.hearer.onLog(text);
  }

  #ended(exitCode: number | null, exitSignal: string | null, error?: Error): void {
    if (!this.#isAlive) return;
    this.#isAlive = false;
    const message = error
      ? `The kernel could not be started: ${error.message}`
      : crashMessage(exitCode, exitSignal, this.#log);
    this.hearer.onEnd({ message, exitCode, exitSignal, log: this.#log });
  }
}

function crashMessage(exitCode: number | null, exitSignal: string | null, log: string): string {
  const outOfMemory = /heap out of memory|bad_alloc/i.test(log) || exitSignal === "SIGKILL";
  const cause = outOfMemory ? "it ran out of memory" : `${exitSignal ?? `exit code ${exitCode}`}`;
  return `The kernel has died (${cause}). Its variables are lost; the notebook is unchanged. Run the cells again.`;
}
