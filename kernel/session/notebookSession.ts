import path from "node:path";
import "../aen/host/runningText.js";
import type { AskedStops } from "./askedStops.js";
import { allWorkEnded } from "../aen/host/cancellation.js";
import { hearViews } from "../aen/host/viewRequests.js";
import { setCallingCell, type CallingCell } from "../aen/host/callingCell.js";
import { callUserCode } from "../aen/host/userCode.js";
import { setCellDisplay } from "../aen/host/cellDisplay.js";
import { setRunToResume } from "../aen/host/runToResume.js";
import { setChannelHost } from "../aen/host/channels.js";
import { CellCompiler } from "./cellCompiler.js";
import { type CellContext, currentCell, setEarlyStop } from "./cellContext.js";
import type { CellDiagnostic } from "../contracts/cellDiagnostic.js";
import { errorOutput, Interrupted } from "./cellError.js";
import { CellExecution } from "./cellExecution.js";
import type { CellOutput, ErrorOutput, MimeData } from "../contracts/cellOutput.js";
import { Comms } from "./comms.js";
import { endStuckCells } from "./stuckCells.js";
import { mendBuiltins } from "./builtins.js";
import { tellNames } from "./debuggerNames.js";
import { display, DisplayHandle } from "./display.js";
import type { AnswerTo, LanguageQuestion, QuestionOf } from "../contracts/languageQuestions.js";
import type { Completeness, Completions, Inspection, SignatureHelp } from "../contracts/languageReplies.js";
import { completed, existing } from "./languageAtRunTime.js";
import { ModuleLoader } from "./moduleLoader.js";
import type { OutputLimits } from "./outputLimit.js";
import { packageRoot } from "../files/packageRoot.js";
import { ExitCalled } from "./processEnds.js";
import { tslabModule } from "./tslabModule.js";
import type { VariableDetails } from "../contracts/variableDetails.js";
import { variableDetails } from "./variableDetails.js";
import { type VariableSummary, variableSummaries } from "./variables.js";
import { CellEvaluator, ErrorShown } from "./cellEvaluator.js";
import { formsOf } from "./lastValue.js";
import { answerOutput, askedName, withoutQuestion } from "./nameQuestion.js";
import { takeOverProcess } from "./processTakeover.js";

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
  /** Ends a cell that waits for something that cannot come; see {@link endStuckCells}. Default false. */
  readonly endsStuckCells?: boolean;
  /** Stops that another thread asks for; without them, each call of {@link NotebookSession.interrupt} is one. */
  readonly stops?: AskedStops;
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
  /** The id of an interrupted run that the cell's first `aen.train` goes on with. */
  readonly resumes?: string;
  /** The path by which a debugger knows the cell. */
  readonly source?: string;
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
  readonly #evaluator: CellEvaluator;
  readonly #cwd: string;
  readonly #restore: (() => void)[];
  readonly #background = new Set<CellExecution>();
  #executionCount = 0;
  #running: CellExecution | undefined;
  #last: CellExecution | undefined;
  #resumes: string | undefined;
  #queue: Promise<unknown> = Promise.resolve();

  private constructor(readonly options: SessionOptions) {
    this.#cwd = path.resolve(options.cwd);
    this.#compiler = new CellCompiler({ cwd: this.#cwd, packageRoot, preload: options.preload ?? true });
    const loader = new ModuleLoader(
      this.#cwd,
      (file) => this.#compiler.compileModule(file),
      (specifier, importer) => this.#compiler.ownFile(specifier, importer),
    );
    loader.provide("tslab", tslabModule());
    this.#evaluator = new CellEvaluator(this.#scope, this.#compiler, loader, { ...options, cwd: this.#cwd });
    this.#restore = [takeOverProcess(this.#cwd, () => this.#last), tellNames(this.#scope)];
    if (options.endsStuckCells) this.#restore.push(endStuckCells(() => this.#running));
    setChannelHost(this.comms);
    setCellDisplay(async (value) => display(value).shown);
    setCallingCell(() => this.#callingCell());
    setRunToResume(() => this.#takeRunToResume());
    setEarlyStop((cell) => this.#stopEarly(cell));
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
    const result = this.#executeAfter(this.#queue, code, options);
    this.#queue = result;
    return result;
  }

  /** Stops the running cell; if there is none, stops what earlier cells left running. */
  interrupt(): void {
    if (this.options.stops?.take() === false) return;
    if (this.#running) return this.#running.stop(new Interrupted());
    for (const cell of this.#background) cell.stop(new Interrupted());
    this.#background.clear();
  }

  /** Resolves when trainings and other work that cells have begun have ended, with whole records. */
  allWorkEnded(): Promise<void> {
    return allWorkEnded();
  }

  /** A cell that awaits without end leaves no time for the message of its stop: it looks for itself. */
  #stopEarly(cell: CellContext): void {
    if (!this.options.stops?.areWaiting) return;
    if (this.#running === undefined || this.#running === cell) this.interrupt();
  }

  /**
   * The completions at a position (UTF-16 offset) in a cell; also answers while a cell runs.
   * @param above the texts of the cells above it, which need not have run
   */
  async complete(code: string, cursor: number, above?: readonly string[]): Promise<Completions> {
    return completed(this.#scope, code, await this.#compiler.complete(code, cursor, above));
  }

  /** Describes the name at a position in a cell. */
  async inspect(code: string, cursor: number, above?: readonly string[]): Promise<Inspection | undefined> {
    return existing(this.#scope, await this.#compiler.inspect(code, cursor, above));
  }

  /** The signatures of the call whose arguments are at a position in a cell. */
  signatureHelp(code: string, cursor: number, above?: readonly string[]): Promise<SignatureHelp | undefined> {
    return this.#compiler.signatureHelp(code, cursor, above);
  }

  /** The errors in a cell that has not run yet. */
  diagnostics(code: string): Promise<CellDiagnostic[]> {
    return this.#compiler.diagnostics(withoutQuestion(code));
  }

  /** The errors in each cell of a notebook, read from top to bottom, whether its cells have run or not. */
  notebookDiagnostics(cells: readonly string[]): Promise<CellDiagnostic[][]> {
    return this.#compiler.notebookDiagnostics(cells.map(withoutQuestion));
  }

  /** The answer to a question about the notebook as its text stands, whether its cells have run or not. */
  answer<Q extends LanguageQuestion>(question: Q, args: QuestionOf<Q>): Promise<AnswerTo<Q>> {
    return this.#compiler.answer(question, args);
  }

  /** Summaries of the variables, for a list. */
  variables(): VariableSummary[] {
    return callUserCode(() => variableSummaries(this.#scope));
  }

  /** What a viewer shows of one variable; null where there is none of that name. */
  variable(name: string): Promise<VariableDetails | null> {
    if (!Object.hasOwn(this.#scope, name)) return Promise.resolve(null);
    return callUserCode(() => variableDetails(this.#scope[name]));
  }

  /** Whether a cell is complete; consoles ask this before they start a new line. */
  isComplete(code: string): Promise<Completeness> {
    return this.#compiler.completeness(withoutQuestion(code));
  }

  async close(): Promise<void> {
    this.#running?.stop(new Interrupted());
    for (const cell of this.#background) cell.stop(new Interrupted());
    this.#last?.release();
    this.#evaluator.close();
    this.#restore.forEach((restore) => restore());
    setChannelHost(undefined);
    setCellDisplay(undefined);
    setCallingCell(undefined);
    setRunToResume(undefined);
    setEarlyStop();
    await this.#compiler.close();
  }

  #callingCell(): CallingCell | null {
    const cell = currentCell();
    if (!cell) return null;
    const { AEN_NOTEBOOK, JPY_SESSION_NAME } = process.env;
    const notebook = this.options.notebook ?? AEN_NOTEBOOK ?? JPY_SESSION_NAME ?? null;
    return { notebook, executionCount: cell.executionCount, code: cell.code };
  }

  #takeRunToResume(): string | undefined {
    if (currentCell() !== this.#running) return undefined;
    const run = this.#resumes;
    this.#resumes = undefined;
    return run;
  }

  async #executeAfter(
    earlier: Promise<unknown>,
    code: string,
    options: ExecuteOptions,
  ): Promise<ExecuteResult> {
    try {
      await earlier;
    } catch {
      // Its own caller hears of it.
    }
    return this.#execute(code, options);
  }

  async #execute(code: string, options: ExecuteOptions): Promise<ExecuteResult> {
    mendBuiltins();
    const counts = options.storeHistory ?? !options.silent;
    if (counts) this.#executionCount++;
    const cell = new CellExecution(this.#executionCount, options, this.options.outputLimits, code);
    this.#running = this.#last = cell;
    this.#resumes = options.resumes;
    options.onStart?.(this.#executionCount);
    const result = await this.#outcome(code, cell, options);
    this.#running = undefined;
    this.#remember(cell);
    return { ...result, executionCount: cell.executionCount };
  }

  async #outcome(code: string, cell: CellExecution, options: ExecuteOptions): Promise<Outcome> {
    try {
      const value = await this.#value(code, cell, options.source);
      if (ErrorShown.is(value)) return { status: "error", error: value.output };
      if (!options.silent) await cell.untilStopped(this.#show(value, cell));
      return { status: "ok", expressions: await cell.untilStopped(this.#expressions(options, cell)) };
    } catch (error) {
      if (ExitCalled.is(error) && error.exitCode === 0) {
        cell.emit({ output_type: "stream", name: "stderr", text: `${error.message}\n` });
        return { status: "ok" };
      }
      const status = Interrupted.is(error) ? "aborted" : "error";
      return { status, error: cell.fail(error) };
    }
  }

  /** The value of a cell's last expression. A cell that asks about a name has none and shows the answer. */
  async #value(code: string, cell: CellExecution, source?: string): Promise<unknown> {
    const asked = askedName(code);
    if (asked === undefined) return this.#evaluator.evaluate(code, cell, source);
    const found = await cell.untilStopped(this.inspect(asked, asked.length));
    return void cell.emit(answerOutput(asked, found));
  }

  async #show(value: unknown, cell: CellExecution): Promise<void> {
    if (value === undefined || DisplayHandle.is(value)) return;
    const data = await formsOf(value, cell);
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
    const quiet = new CellExecution(cell.executionCount, { onOutput() {}, signal: cell.signal });
    try {
      const value = await this.#evaluator.evaluate(code, quiet);
      if (ErrorShown.is(value)) return { status: "error", error: value.output };
      return { status: "ok", data: await formsOf(value, quiet) };
    } catch (error) {
      return { status: "error", error: errorOutput(error) };
    }
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
