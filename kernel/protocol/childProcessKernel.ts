/**
 * A kernel in a child process, for front ends that run on Node (VS Code's extension host).
 *
 * ```ts
 * const kernel = await ChildProcessKernel.start({ entry: "…/dist/kernel/protocol/childProcessEntry.js", cwd });
 * const reply = await kernel.execute("1 + 1", { onOutput: (output) => … });   // Jupyter outputs, in order
 * await kernel.complete("aen.", 4);
 * kernel.interrupt();                     // ends whatever runs; variables stay
 * kernel.onCrash(({ message }) => …);     // the process has died; running requests have ended with "error"
 * await kernel.restart();                 // a new process; handlers stay
 * await kernel.close();
 * ```
 *
 * This module and its imports (cursor, frames, messages) contain no kernel code, so it can be bundled into the
 * extension, which passes the path of the built entry. Positions are UTF-16 offsets, as in editors. `above` are the texts
 * of the cells above, which need not have run.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import type { Socket } from "node:net";
import type { CellDiagnostic } from "../contracts/cellDiagnostic.js";
import type { CellOutput } from "../contracts/cellOutput.js";
import type { Completeness, Completions, Inspection, SignatureHelp } from "../contracts/languageReplies.js";
import type { AnswerTo, LanguageQuestion, QuestionOf } from "../contracts/languageQuestions.js";
import { codePointOffset } from "./cursor.js";
import { encodeFrame, FrameReader } from "./frames.js";
import { memorySettings } from "../session/memorySettings.js";
import {
  type ChannelName,
  type JupyterMessage,
  type KernelInfo,
  newMessage,
} from "../contracts/jupyterMessages.js";

export interface ChildProcessKernelOptions {
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
  /** Whether `aen` and `tf` are available without an import. Default true. */
  readonly preload?: boolean;
  /** Runs cells despite type errors. Default false. */
  readonly ignoreTypeErrors?: boolean;
  /** Ends a cell that waits for something that cannot come. Default false. */
  readonly endsStuckCells?: boolean;
}

export interface ExecuteHandlers {
  /** Takes the cell's outputs in order; late ones come after the reply. */
  onOutput(output: CellOutput): void;
  /** Called when the cell begins to run (cells wait for earlier ones). */
  onStart?(executionCount: number): void;
  /** Answers `input()`; without it, or if it rejects, `input()` fails in the cell. */
  onInput?(prompt: string, password: boolean): Promise<string>;
  /** The id of an interrupted run that the cell's first `aen.train` goes on with. */
  readonly resumes?: string;
  /** The path by which a debugger knows the cell. */
  readonly source?: string;
  readonly silent?: boolean;
  readonly storeHistory?: boolean;
  /** Whether queued cells are dropped when this one fails. Default true. */
  readonly stopOnError?: boolean;
}

/** How a cell ended; "aborted": it was dropped because an earlier one failed. */
export interface ExecuteReply {
  readonly status: "ok" | "error" | "aborted";
  readonly executionCount: number;
  /** The error's name; "Interrupted" for a stopped cell, "KernelDied" when the process died. */
  readonly ename?: string;
  readonly evalue?: string;
  readonly traceback?: readonly string[];
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

type Listener<T> = (value: T) => void;

interface Waiting {
  readonly type: string;
  resolve(content: Record<string, unknown>): void;
  reject(error: Error): void;
}

/** See the comment at the top of this module. */
export class ChildProcessKernel {
  readonly #session = randomUUID();
  readonly #waiting = new Map<string, Waiting>();
  readonly #cells = new Map<string, ExecuteHandlers>();
  readonly #crashListeners = new Set<Listener<KernelCrash>>();
  readonly #messageListeners = new Set<Listener<JupyterMessage>>();
  readonly #logListeners = new Set<Listener<string>>();
  #process!: ChildProcess;
  #pipe!: Socket;
  #info!: KernelInfo;
  #log = "";
  #isExpectedToEnd = false;
  #isAlive = false;

  private constructor(readonly options: ChildProcessKernelOptions) {}

  /**
   * Starts a kernel and waits until it answers.
   *
   * @throws Error with the process's output, when it exits instead
   */
  static async start(options: ChildProcessKernelOptions): Promise<ChildProcessKernel> {
    const kernel = new ChildProcessKernel(options);
    await kernel.#spawn();
    return kernel;
  }

  get info(): KernelInfo {
    return this.#info;
  }

  get pid(): number | undefined {
    return this.#process.pid;
  }

  get isAlive(): boolean {
    return this.#isAlive;
  }

  /** Runs a cell, after those submitted earlier. Never rejects: if the kernel dies, the reply is "KernelDied". */
  async execute(code: string, handlers: ExecuteHandlers): Promise<ExecuteReply> {
    const message = this.#message("shell", "execute_request", {
      code,
      silent: handlers.silent ?? false,
      store_history: handlers.storeHistory ?? !handlers.silent,
      user_expressions: {},
      allow_stdin: handlers.onInput !== undefined,
      stop_on_error: handlers.stopOnError ?? true,
      ...(handlers.resumes !== undefined && { resumes: handlers.resumes }),
      ...(handlers.source !== undefined && { source: handlers.source }),
    });
    this.#follow(message.header.msg_id, handlers);
    try {
      const reply = await this.#ask(message);
      return { ...(reply as unknown as ExecuteReply), executionCount: Number(reply.execution_count ?? 0) };
    } catch (error) {
      const { message: evalue } = error as Error;
      return { status: "error", executionCount: 0, ename: "KernelDied", evalue, traceback: [evalue] };
    }
  }

  /** Stops the running cell (or, between cells, what earlier ones left running). Resolves once the kernel replies. */
  async interrupt(): Promise<void> {
    await this.request("interrupt_request", {}, "control").catch(() => {});
  }

  complete(code: string, cursor: number, above: readonly string[] = []): Promise<Completions> {
    return this.#part(
      "aen.complete_request",
      { code, cursor_pos: codePointOffset(code, cursor), above },
      "completions",
    );
  }

  inspect(code: string, cursor: number, above: readonly string[] = []): Promise<Inspection | undefined> {
    return this.#part(
      "aen.inspect_request",
      { code, cursor_pos: codePointOffset(code, cursor), above },
      "inspection",
    );
  }

  signatureHelp(
    code: string,
    cursor: number,
    above: readonly string[] = [],
  ): Promise<SignatureHelp | undefined> {
    return this.#part(
      "aen.signature_help_request",
      { code, cursor_pos: codePointOffset(code, cursor), above },
      "help",
    );
  }

  /** The errors in a cell that has not run yet. */
  diagnostics(code: string): Promise<CellDiagnostic[]> {
    return this.#part("aen.diagnostics_request", { code }, "diagnostics");
  }

  /** The errors in each cell of a notebook, read from top to bottom, whether its cells have run or not. */
  notebookDiagnostics(cells: readonly string[]): Promise<CellDiagnostic[][]> {
    return this.#part("aen.notebook_diagnostics_request", { cells }, "diagnostics");
  }

  /** Asks about a notebook as its text stands; see contracts/languageQuestions.ts. */
  ask<Q extends LanguageQuestion>(question: Q, ...[cells, ...about]: QuestionOf<Q>): Promise<AnswerTo<Q>> {
    return this.#part("aen.language_request", { question, cells, about }, "answer");
  }

  async isComplete(code: string): Promise<Completeness> {
    const reply = await this.request("is_complete_request", { code });
    return { status: reply.status as Completeness["status"], indent: String(reply.indent ?? "") };
  }

  /** Sends any other protocol request and waits for its reply's content. */
  request(
    type: string,
    content: Record<string, unknown>,
    channel: ChannelName = "shell",
  ): Promise<Record<string, unknown>> {
    return this.#ask(this.#message(channel, type, content));
  }

  /** Sends a `comm_open`, `comm_msg` or `comm_close`; the kernel's own arrive through {@link onMessage}. */
  sendComm(
    type: "comm_open" | "comm_msg" | "comm_close",
    content: { comm_id: string; target_name?: string; data: unknown },
    buffers: readonly Uint8Array[] = [],
  ): void {
    const message = this.#message("shell", type, { ...content });
    this.#send({ ...message, buffers: [...buffers] });
  }

  /** Sends a message that is not answered. */
  tell(type: string, content: Record<string, unknown>, channel: ChannelName = "control"): void {
    if (this.#isAlive) this.#send(this.#message(channel, type, content));
  }

  /** Listens to all messages from the kernel, including comms. @returns a function that stops listening */
  onMessage(listener: Listener<JupyterMessage>): () => void {
    return add(this.#messageListeners, listener);
  }

  /** Listens to process output outside cells: native libraries, Node's warnings. @returns a function that stops it */
  onLog(listener: Listener<string>): () => void {
    return add(this.#logListeners, listener);
  }

  /** Listens for an unexpected end of the process. @returns a function that stops listening */
  onCrash(listener: Listener<KernelCrash>): () => void {
    return add(this.#crashListeners, listener);
  }

  /** Ends the process and starts a new, empty one. */
  async restart(): Promise<void> {
    await this.close();
    await this.#spawn();
  }

  /** Stops the running cell, and what cells have begun, such as trainings; resolves when their records are complete. */
  async stopWork(): Promise<void> {
    await this.request("aen.stop_work_request", {}, "control").catch(() => {});
  }

  /** Leaves the process alone: it stops its work in order, as after {@link stopWork}, and ends. */
  leave(): void {
    this.#isExpectedToEnd = true;
    this.#pipe.destroy();
    this.#process.stdout?.destroy();
    this.#process.stderr?.destroy();
    this.#process.unref();
  }

  /** Ends the process, by force if it does not exit by itself. */
  async close(): Promise<void> {
    this.#isExpectedToEnd = true;
    if (!this.#isAlive) return;
    const ended = new Promise<void>((resolve) => this.#process.once("close", () => resolve()));
    this.#send(this.#message("control", "shutdown_request", { restart: false }));
    const force = setTimeout(() => this.#process.kill("SIGKILL"), 4000);
    await ended;
    clearTimeout(force);
  }

  // ---- the process

  async #spawn(): Promise<void> {
    const { entry, execPath, execArgv = [], env, ...settings } = this.options;
    const { cwd } = settings;
    this.#isExpectedToEnd = false;
    this.#log = "";
    this.#process = spawn(execPath ?? process.execPath, [...execArgv, entry, JSON.stringify(settings)], {
      cwd,
      env: { ...memorySettings, ...process.env, ELECTRON_RUN_AS_NODE: "1", ...env },
      stdio: ["ignore", "pipe", "pipe", "overlapped"],
      windowsHide: true,
    });
    this.#isAlive = true;
    this.#pipe = this.#process.stdio[3] as Socket;
    const reader = new FrameReader((message) => this.#receive(message));
    this.#pipe.on("data", (chunk: Buffer) => reader.push(chunk));
    this.#pipe.on("error", () => {});
    for (const stream of [this.#process.stdout!, this.#process.stderr!])
      stream.setEncoding("utf8").on("data", (text: string) => this.#logged(text));
    this.#process.once("error", (error) => this.#ended(null, null, error));
    this.#process.once("close", (code, signal) => this.#ended(code, signal));
    try {
      this.#info = (await this.request("kernel_info_request", {})) as unknown as KernelInfo;
    } catch (error) {
      throw new Error(`The kernel could not be started. ${this.#log.trim()}`, { cause: error });
    }
  }

  #logged(text: string): void {
    this.#log = (this.#log + text).slice(-4000);
    for (const listener of this.#logListeners) listener(text);
  }

  #ended(exitCode: number | null, exitSignal: string | null, error?: Error): void {
    if (!this.#isAlive) return;
    this.#isAlive = false;
    const message = error
      ? `The kernel could not be started: ${error.message}`
      : crashMessage(exitCode, exitSignal, this.#log);
    for (const { reject } of this.#waiting.values()) reject(new Error(message));
    this.#waiting.clear();
    this.#cells.clear();
    if (this.#isExpectedToEnd || !this.#info) return;
    for (const listener of this.#crashListeners) listener({ message, exitCode, exitSignal, log: this.#log });
  }

  // ---- messages

  #message(channel: ChannelName, type: string, content: Record<string, unknown>): JupyterMessage {
    return newMessage(channel, type, content, { session: this.#session });
  }

  #ask(message: JupyterMessage): Promise<Record<string, unknown>> {
    return new Promise((resolve, reject) => {
      if (!this.#isAlive) return reject(new Error("The kernel is not running. Restart it to continue."));
      this.#waiting.set(message.header.msg_id, { type: message.header.msg_type, resolve, reject });
      this.#send(message);
    });
  }

  async #part<T>(type: string, content: Record<string, unknown>, name: string): Promise<T> {
    const reply = await this.request(type, content);
    if (reply.status === "error") throw new Error(String(reply.evalue));
    return reply[name] as T;
  }

  #send(message: JupyterMessage): void {
    this.#pipe.cork();
    for (const part of encodeFrame(message)) this.#pipe.write(part);
    this.#pipe.uncork();
  }

  #follow(id: string, handlers: ExecuteHandlers): void {
    this.#cells.set(id, handlers);
    if (this.#cells.size > 1000) this.#cells.delete(this.#cells.keys().next().value!);
  }

  #receive(message: JupyterMessage): void {
    for (const listener of this.#messageListeners) listener(message);
    const parent = message.parent_header.msg_id ?? "";
    const cell = this.#cells.get(parent);
    if (message.channel === "iopub") return cell && deliver(message, cell);
    if (message.channel === "stdin") return void this.#answer(message, cell);
    const waiting = this.#waiting.get(parent);
    this.#waiting.delete(parent);
    waiting?.resolve(message.content);
  }

  async #answer(question: JupyterMessage, cell: ExecuteHandlers | undefined): Promise<void> {
    const { prompt, password } = question.content;
    const answer = await cell?.onInput?.(String(prompt ?? ""), password === true).then(
      (value) => ({ value }),
      ({ message }: Error) => ({ status: "error", evalue: message }),
    );
    const reply = this.#message("stdin", "input_reply", answer ?? { value: "" });
    this.#send({ ...reply, parent_header: question.header });
  }
}

const outputTypes = new Set([
  "stream",
  "display_data",
  "update_display_data",
  "clear_output",
  "execute_result",
  "error",
]);

function deliver(message: JupyterMessage, cell: ExecuteHandlers): void {
  const type = message.header.msg_type;
  if (type === "execute_input") cell.onStart?.(Number(message.content.execution_count));
  if (outputTypes.has(type))
    cell.onOutput({ output_type: type, ...message.content } as unknown as CellOutput);
}

function crashMessage(exitCode: number | null, exitSignal: string | null, log: string): string {
  const outOfMemory = /heap out of memory|bad_alloc/i.test(log) || exitSignal === "SIGKILL";
  const cause = outOfMemory ? "it ran out of memory" : `${exitSignal ?? `exit code ${exitCode}`}`;
  return `The kernel has died (${cause}). Its variables are lost; the notebook is unchanged. Run the cells again.`;
}

function add<T>(listeners: Set<T>, listener: T): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
