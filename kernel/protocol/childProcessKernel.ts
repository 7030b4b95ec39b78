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
 * This module and its imports contain no kernel code, so it can be bundled into the
 * extension, which passes the path of the built entry. Positions are UTF-16 offsets, as in editors. `above` are the texts
 * of the cells above, which need not have run.
 */
import { randomUUID } from "node:crypto";
import type { CellDiagnostic } from "../contracts/cellDiagnostic.js";
import type { Completeness, Completions, Inspection, SignatureHelp } from "../contracts/languageReplies.js";
import type { AnswerTo, LanguageQuestion, QuestionOf } from "../contracts/languageQuestions.js";
import { codePointOffset } from "./cursor.js";
import { type KernelCrash, type KernelPlace, KernelProcess } from "./kernelProcess.js";
import { type ExecuteHandlers, OpenRequests } from "./openRequests.js";
import {
  type ChannelName,
  type JupyterMessage,
  type KernelInfo,
  newMessage,
} from "../contracts/jupyterMessages.js";

export interface ChildProcessKernelOptions extends KernelPlace {
  /** Whether `aen` and `tf` are available without an import. Default true. */
  readonly preload?: boolean;
  /** Runs cells despite type errors. Default false. */
  readonly ignoreTypeErrors?: boolean;
  /** Ends a cell that waits for something that cannot come. Default false. */
  readonly endsStuckCells?: boolean;
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

type Listener<T> = (value: T) => void;

/** See the comment at the top of this module. */
export class ChildProcessKernel {
  readonly #session = randomUUID();
  readonly #requests = new OpenRequests(this.#session, (message) => this.#process.send(message));
  readonly #crashListeners = new Set<Listener<KernelCrash>>();
  readonly #messageListeners = new Set<Listener<JupyterMessage>>();
  readonly #logListeners = new Set<Listener<string>>();
  #process!: KernelProcess;
  #info!: KernelInfo;

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
    return this.#process.isAlive;
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
    this.#requests.follow(message.header.msg_id, handlers);
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
    this.#process.send({ ...message, buffers: [...buffers] });
  }

  /** Sends a message that is not answered. */
  tell(type: string, content: Record<string, unknown>, channel: ChannelName = "control"): void {
    if (this.isAlive) this.#process.send(this.#message(channel, type, content));
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
    this.#process.leave();
  }

  /**
   * Ends the process, by force if it does not exit by itself.
   * @returns its exit code, which cells set as `process.exitCode`; null where it did not exit, or had ended before
   */
  close(): Promise<number | null> {
    return this.#process.end(this.#message("control", "shutdown_request", { restart: false }));
  }

  async #spawn(): Promise<void> {
    this.#process = new KernelProcess(this.options, {
      onMessage: (message) => this.#receive(message),
      onLog: (text) => this.#logListeners.forEach((listener) => listener(text)),
      onEnd: (end) => this.#ended(end),
    });
    try {
      this.#info = (await this.request("kernel_info_request", {})) as unknown as KernelInfo;
    } catch (error) {
      throw new Error(`The kernel could not be started. ${this.#process.log.trim()}`, { cause: error });
    }
  }

  #ended(end: KernelCrash): void {
    this.#requests.fail(end.message);
    if (this.#process.isExpectedToEnd || !this.#info) return;
    for (const listener of this.#crashListeners) listener(end);
  }

  #message(channel: ChannelName, type: string, content: Record<string, unknown>): JupyterMessage {
    return newMessage(channel, type, content, { session: this.#session });
  }

  async #ask(message: JupyterMessage): Promise<Record<string, unknown>> {
    if (!this.isAlive) throw new Error("The kernel is not running. Restart it to continue.");
    const reply = this.#requests.reply(message.header.msg_id);
    this.#process.send(message);
    return reply;
  }

  async #part<T>(type: string, content: Record<string, unknown>, name: string): Promise<T> {
    const reply = await this.request(type, content);
    if (reply.status === "error") throw new Error(String(reply.evalue));
    return reply[name] as T;
  }

  #receive(message: JupyterMessage): void {
    for (const listener of this.#messageListeners) listener(message);
    this.#requests.receive(message);
  }
}

function add<T>(listeners: Set<T>, listener: T): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
