import path from "node:path";
import type * as Aen from "../aen/index.js";
import { hearViews } from "../aen/host/viewRequests.js";
import { setCallingCell, type CallingCell } from "../aen/host/callingCell.js";
import { setChannelHost } from "../aen/host/channels.js";
import { makeCellsOwnWork } from "./cellsOwnWork.js";
import { writePlainly } from "./cellConsole.js";
import { CellCompiler } from "./cellCompiler.js";
import type { CellRuntime } from "./cellRuntime.js";
import { currentCell, unlessStopped, runInCell } from "./cellContext.js";
import type { CellDiagnostic } from "../contracts/cellDiagnostic.js";
import { diagnosticsOutput, errorOutput, Interrupted } from "./cellError.js";
import { CellExecution } from "./cellExecution.js";
import type { CellOutput, ErrorOutput, MimeData } from "../contracts/cellOutput.js";
import { cellScriptName } from "./cellScripts.js";
import { Comms } from "./comms.js";
import { routeStdin } from "./cellStdin.js";
import { compiledFunction } from "./compiledFunction.js";
import { display, DisplayHandle } from "./display.js";
import { showWhatStarts } from "./liveRuns.js";
import type { Completeness, Completions, Inspection, SignatureHelp } from "../contracts/languageReplies.js";
import { mimeBundle } from "./mimeOfValue.js";
import { bindImports, importMeta, ModuleLoader } from "./moduleLoader.js";
import { routeStreams } from "./outputStreams.js";
import type { OutputLimits } from "./outputLimit.js";
import { packageRoot } from "../files/packageRoot.js";
import { ExitCalled, guardProcess } from "./processGuard.js";
import { tslabModule } from "./tslabModule.js";
import { makeTicksStoppable } from "./stoppableTicks.js";
import { makeTimersStoppable, nodeTimers } from "./stoppableTimers.js";
import { guardUserCode } from "./userCodeGuard.js";
import { type VariableSummary, variableSummaries } from "./variables.js";

export interface SessionOptions {
  /** The folder that relative imports and files are resolved from: the notebook's own. */
  readonly cwd: string;
  /**
   * The notebook's path, for the records of runs. Default: the environment variable AEN_NOTEBOOK (which VS Code sets) or
   * JPY_SESSION_NAME (which Jupyter sets).
   */
  readonly notebook?: string;
  /** Whether `aen` and `tf` are available without an import. Default true. */
  readonly preload?: boolean;
  /** Runs cells despite type errors, which are then shown as warnings. Default false. */
  readonly ignoreTypeErrors?: boolean;
  /** How much a cell may output before the rest goes to a file. */
  readonly outputLimits?: OutputLimits;
}

export interface ExecuteOptions {
  /** Takes the cell's outputs, in order; also called after the cell has ended, for what it left running. */
  onOutput(output: CellOutput): void;
  /** Stops the cell when aborted, as {@link NotebookSession.interrupt} does. */
  readonly signal?: AbortSignal;
  /** Shows no result and does not increase the execution count. Default false. */
  readonly silent?: boolean;
  /** Whether to increase the execution count. Default: not silent. */
  readonly storeHistory?: boolean;
  /** Called when the cell begins, with its execution count. */
  onStart?(executionCount: number): void;
  /** Answers `input()`. Without it, `input()` fails. */
  onInput?(prompt: string, password: boolean): Promise<string>;
  /** Expressions to evaluate after the cell succeeds; see {@link ExecuteResult.expressions}. */
  readonly expressions?: Readonly<Record<string, string>>;
}

export interface ExecuteResult {
  readonly status: "ok" | "error" | "aborted";
  readonly executionCount: number;
  readonly error?: ErrorOutput;
  readonly expressions?: Readonly<Record<string, ExpressionResult>>;
}

/** The value of an expression, or why there is none. */
export type ExpressionResult =
  | { readonly status: "ok"; readonly data: MimeData }
  | { readonly status: "error"; readonly error: ErrorOutput };

/**
 * The state of one notebook: its variables, its types, and the running cell. One session per process: it takes over
 * the process's streams, timers and uncaught-error handlers until it is closed.
 */
export class NotebookSession {
  readonly comms = new Comms();
  readonly #scope = Object.create(null) as Record<string, unknown>;
  readonly #compiler: CellCompiler;
  readonly #loader: ModuleLoader;
  readonly #cwd: string;
  readonly #restore: (() => void)[];
  #showsRuns = false;
  readonly #background = new Set<CellExecution>();
  #executionCount = 0;
  #running: CellExecution | undefined;
  #last: CellExecution | undefined;
  #queue: Promise<unknown> = Promise.resolve();

  private constructor(readonly options: SessionOptions) {
    this.#cwd = path.resolve(options.cwd);
    this.#compiler = new CellCompiler({ cwd: this.#cwd, packageRoot, preload: options.preload ?? true });
    this.#loader = new ModuleLoader(this.#cwd, (file) => this.#compiler.compileModule(file));
    this.#restore = [
      routeStreams(),
      routeStdin(),
      writePlainly(),
      makeTimersStoppable(),
      makeTicksStoppable(),
      makeCellsOwnWork(),
      guardProcess(() => this.#last),
      guardUserCode(),
    ];
    this.#loader.provide("tslab", tslabModule());
    setChannelHost(this.comms);
    setCallingCell(() => this.#callingCell());
    hearViews();
  }

  /** Starts a session. It is ready at once, but the first cell waits for the compiler. */
  static async start(options: SessionOptions): Promise<NotebookSession> {
    return new NotebookSession(options);
  }

  get executionCount(): number {
    return this.#executionCount;
  }

  /** Whether a cell is running. */
  get isBusy(): boolean {
    return this.#running !== undefined;
  }

  /** Runs a cell, after those submitted earlier. Never rejects because of what the cell does. */
  execute(code: string, options: ExecuteOptions): Promise<ExecuteResult> {
    const result = this.#queue.then(() => this.#execute(code, options));
    this.#queue = result.catch(() => {});
    return result;
  }

  /** Stops the running cell; if there is none, stops what earlier cells left running. */
  interrupt(): void {
    if (this.#running) return this.#running.stop(new Interrupted());
    for (const cell of this.#background) cell.stop(new Interrupted());
    this.#background.clear();
  }

  /** The completions at a position (UTF-16 offset) in a cell; also answers while a cell runs. */
  complete(code: string, cursor: number): Promise<Completions> {
    return this.#compiler.complete(code, cursor);
  }

  /** Describes the name at a position in a cell. */
  inspect(code: string, cursor: number): Promise<Inspection | undefined> {
    return this.#compiler.inspect(code, cursor);
  }

  /** The signatures of the call whose arguments are at a position in a cell. */
  signatureHelp(code: string, cursor: number): Promise<SignatureHelp | undefined> {
    return this.#compiler.signatureHelp(code, cursor);
  }

  /** The errors in a cell that has not run yet. */
  diagnostics(code: string): Promise<CellDiagnostic[]> {
    return this.#compiler.diagnostics(code);
  }

  /** Summaries of the variables, for a list. */
  variables(): VariableSummary[] {
    return variableSummaries(this.#scope);
  }

  /** Whether a cell is complete; consoles ask this before they start a new line. */
  isComplete(code: string): Promise<Completeness> {
    return this.#compiler.completeness(code);
  }

  async close(): Promise<void> {
    this.interrupt();
    for (const cell of this.#background) cell.stop(new Interrupted());
    this.#last?.release();
    this.#restore.forEach((restore) => restore());
    setChannelHost(undefined);
    setCallingCell(undefined);
    await this.#compiler.close();
  }

  #callingCell(): CallingCell | null {
    const cell = currentCell();
    if (!cell) return null;
    const { AEN_NOTEBOOK, JPY_SESSION_NAME } = process.env;
    const notebook = this.options.notebook ?? AEN_NOTEBOOK ?? JPY_SESSION_NAME ?? null;
    return { notebook, executionCount: cell.executionCount, code: cell.code };
  }

  async #execute(code: string, options: ExecuteOptions): Promise<ExecuteResult> {
    const counts = options.storeHistory ?? !options.silent;
    if (counts) this.#executionCount++;
    const cell = new CellExecution(this.#executionCount, options, this.options.outputLimits, code);
    this.#running = this.#last = cell;
    options.onStart?.(this.#executionCount);
    const result = await this.#outcome(code, cell, options);
    this.#running = undefined;
    this.#remember(cell);
    return { ...result, executionCount: cell.executionCount };
  }

  async #outcome(code: string, cell: CellExecution, options: ExecuteOptions): Promise<Outcome> {
    try {
      const value = await this.#evaluate(code, cell);
      if (value instanceof ErrorShown) return { status: "error", error: value.output };
      if (!options.silent) await cell.untilStopped(this.#show(value, cell));
      return { status: "ok", expressions: await this.#expressions(options, cell) };
    } catch (error) {
      if (error instanceof ExitCalled && error.exitCode === 0) {
        cell.emit({ output_type: "stream", name: "stderr", text: `${error.message}\n` });
        return { status: "ok" };
      }
      const status = error instanceof Interrupted ? "aborted" : "error";
      return { status, error: cell.fail(error) };
    }
  }

  /** Compiles and runs a cell; returns the value of its last expression. */
  async #evaluate(code: string, cell: CellExecution): Promise<unknown> {
    const { ignoreTypeErrors } = this.options;
    if (this.options.preload ?? true) this.#preloadMentioned(code);
    const compiling = this.#compiler.compile(code, { ignoreTypeErrors, signal: cell.signal });
    const compiled = await cell.untilStopped(compiling);
    if (compiled.code === undefined) {
      const output = diagnosticsOutput(compiled.diagnostics, code);
      cell.emit(output);
      return new ErrorShown(output);
    }
    if (compiled.diagnostics.length > 0) cell.emit(warnings(compiled.diagnostics, code));
    const ran = new Set<string>();
    const results: unknown[] = [];
    const preloaded = await cell.untilStopped(this.#preloaded(compiled.preloaded));
    const body = compiledFunction(
      compiled.code,
      compiled.sourceMap!,
      { name: cellScriptName(cell.executionCount), linesBefore: 1 },
      { __cell: this.#runtime(ran, results), ...ambient(cell, this.#loader.require), ...preloaded },
    );
    try {
      await cell.untilStopped(onEmptyStack(() => runInCell(cell, () => body(this.#scope))));
      return results[0];
    } finally {
      await this.#compiler.commit(compiled.id, [...ran]);
    }
  }

  async #show(value: unknown, cell: CellExecution): Promise<void> {
    if (value === undefined || value instanceof DisplayHandle) return;
    const data = await runInCell(cell, () => mimeBundle(value));
    const { executionCount } = cell;
    cell.emit({ output_type: "execute_result", execution_count: executionCount, data, metadata: {} });
  }

  async #expressions(options: ExecuteOptions, cell: CellExecution): Promise<ExecuteResult["expressions"]> {
    const results: Record<string, ExpressionResult> = {};
    for (const [name, expression] of Object.entries(options.expressions ?? {}))
      results[name] = await this.#expression(expression, cell);
    return results;
  }

  async #expression(code: string, cell: CellExecution): Promise<ExpressionResult> {
    const quiet = new CellExecution(cell.executionCount, { onOutput() {} });
    try {
      const value = await this.#evaluate(code, quiet);
      if (value instanceof ErrorShown) return { status: "error", error: value.output };
      return { status: "ok", data: await runInCell(quiet, () => mimeBundle(value)) };
    } catch (error) {
      return { status: "error", error: errorOutput(error) };
    }
  }

  #runtime(ran: Set<string>, results: unknown[]): CellRuntime {
    const load = (specifier: string) => this.#loader.import(String(specifier));
    return {
      import: load,
      dynamicImport: load,
      meta: importMeta(path.join(this.#cwd, "notebook.ts")),
      bind: (from: Record<string, unknown>, names: Record<string, string>, specifier: string) =>
        bindImports(this.#scope, from, names, specifier),
      ran: (...names: string[]) => names.forEach((name) => ran.add(name)),
      result: (value: unknown) => (results[0] = value),
      unlessStopped,
    };
  }

  /** Starts to load what a cell seems to use while the cell is being compiled. */
  #preloadMentioned(code: string): void {
    const names = ["aen", "tf"].filter((name) => new RegExp(`\\b${name}\\b`).test(code));
    this.#preloaded(names).catch(() => {});
  }

  async #preloaded(names: readonly string[]): Promise<Record<string, unknown>> {
    const loaded: Record<string, unknown> = { aen: undefined, tf: undefined };
    for (const name of names) loaded[name] = name === "aen" ? await this.#aen() : await this.#tensorflow();
    return loaded;
  }

  async #tensorflow(): Promise<unknown> {
    await import("../engine/tensorflow.js");
    return this.#loader.import("@tensorflow/tfjs");
  }

  async #aen(): Promise<typeof Aen> {
    const aen = await import("../aen/index.js");
    if (!this.#showsRuns) this.#restore.push(showWhatStarts(aen));
    this.#showsRuns = true;
    return aen;
  }

  /** Remembers cells that may have left something running, so that an interrupt between cells reaches it. */
  #remember(cell: CellExecution): void {
    this.#background.add(cell);
    if (this.#background.size <= 200) return;
    const [oldest] = this.#background;
    this.#background.delete(oldest);
    oldest.release();
  }
}

type Outcome = Omit<ExecuteResult, "executionCount">;

/** The value of a cell whose errors have already been shown. */
class ErrorShown {
  constructor(readonly output: ErrorOutput) {}
}

/**
 * Starts user code with nothing of the kernel on the stack or in the microtask queue, because terminating a loop in the
 * code loses everything there. Node's immediate queue is not on the stack either; see {@link makeTimersStoppable}.
 */
function onEmptyStack<T>(body: () => Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    nodeTimers.setImmediate(() => nodeTimers.nextTick(() => void body().then(resolve, reject)));
  });
}

function ambient(cell: CellExecution, require: NodeJS.Require): Record<string, unknown> {
  return {
    display,
    require,
    signal: cell.signal,
    input: (prompt = "", { password = false } = {}) =>
      (currentCell() ?? cell).input(String(prompt), password),
  };
}

function warnings(diagnostics: readonly CellDiagnostic[], code: string): CellOutput {
  const { traceback } = diagnosticsOutput(diagnostics, code);
  return { output_type: "stream", name: "stderr", text: `${traceback.join("\n")}\n` };
}
