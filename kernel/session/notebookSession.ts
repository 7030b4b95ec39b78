import path from "node:path";
import { CellCompiler } from "./cellCompiler.js";
import type { CellContext } from "./cellContext.js";
import { runInCell, runOutsideCells } from "./cellContext.js";
import { diagnosticsOutput, errorOutput, Interrupted } from "./cellError.js";
import type { CellOutput, ErrorOutput } from "./cellOutput.js";
import { compiledFunction } from "./compiledFunction.js";
import { display } from "./display.js";
import { mimeBundle } from "./mimeOfValue.js";
import { bindImports, importMeta, ModuleLoader } from "./moduleLoader.js";
import { routeStreams } from "./outputStreams.js";
import { packageRoot } from "./packageRoot.js";

export interface SessionOptions {
  /** The folder that relative imports and files are looked up from; the notebook's own. */
  readonly cwd: string;
  /** Whether `aen` and `tf` are there without an import. Default true. */
  readonly preload?: boolean;
  /** Runs cells in spite of type errors, which are then shown as warnings. Default false. */
  readonly ignoreTypeErrors?: boolean;
}

export interface ExecuteOptions {
  /** Takes the cell's outputs, in order; called also after the cell has ended, for what it left running. */
  onOutput(output: CellOutput): void;
  /** Stops the cell when aborted, as {@link NotebookSession.interrupt} does. */
  readonly signal?: AbortSignal;
  /** Shows no result and does not count. Default false. */
  readonly silent?: boolean;
  /** Whether the execution counts. Default: not silent. */
  readonly storeHistory?: boolean;
}

export interface ExecuteResult {
  readonly status: "ok" | "error" | "aborted";
  readonly executionCount: number;
  readonly error?: ErrorOutput;
}

/** The state of one notebook: its variables, its types, and the cell that runs. */
export class NotebookSession {
  readonly #scope = Object.create(null) as Record<string, unknown>;
  readonly #compiler: CellCompiler;
  readonly #loader: ModuleLoader;
  readonly #restoreStreams: () => void;
  #executionCount = 0;
  #running: AbortController | undefined;
  #queue: Promise<unknown> = Promise.resolve();

  private constructor(readonly options: SessionOptions) {
    const cwd = path.resolve(options.cwd);
    this.#compiler = new CellCompiler({ cwd, packageRoot, preload: options.preload ?? true });
    this.#loader = new ModuleLoader(cwd, (file) => this.#compiler.compileModule(file));
    this.#restoreStreams = routeStreams();
  }

  /** Starts a session. It is ready at once; the first cell waits for the compiler. */
  static async start(options: SessionOptions): Promise<NotebookSession> {
    return new NotebookSession(options);
  }

  get executionCount(): number {
    return this.#executionCount;
  }

  /** Runs a cell, after those that were given before it. Never rejects for what the cell does. */
  execute(code: string, options: ExecuteOptions): Promise<ExecuteResult> {
    const result = this.#queue.then(() => this.#execute(code, options));
    this.#queue = result.catch(() => {});
    return result;
  }

  /** Stops the cell that runs. */
  interrupt(): void {
    this.#running?.abort(new Interrupted());
  }

  async close(): Promise<void> {
    this.interrupt();
    this.#restoreStreams();
    await this.#compiler.close();
  }

  async #execute(code: string, options: ExecuteOptions): Promise<ExecuteResult> {
    const counts = options.storeHistory ?? !options.silent;
    const executionCount = counts ? ++this.#executionCount : this.#executionCount;
    const abort = new AbortController();
    const stop = () => abort.abort(new Interrupted());
    options.signal?.addEventListener("abort", stop);
    if (options.signal?.aborted) stop();
    this.#running = abort;
    const cell: CellContext = {
      executionCount,
      signal: abort.signal,
      emit: (output) => runOutsideCells(() => options.onOutput(output)),
    };
    try {
      return await this.#run(code, cell, options);
    } catch (error) {
      const shown = errorOutput(error);
      cell.emit(shown);
      const status = error instanceof Interrupted ? "aborted" : "error";
      return { status, executionCount, error: shown };
    } finally {
      options.signal?.removeEventListener("abort", stop);
      this.#running = undefined;
    }
  }

  async #run(code: string, cell: CellContext, options: ExecuteOptions): Promise<ExecuteResult> {
    const { executionCount } = cell;
    const compiled = await orAborted(
      this.#compiler.compile(code, { ignoreTypeErrors: this.options.ignoreTypeErrors }),
      cell.signal,
    );
    if (compiled.code === undefined) {
      const error = diagnosticsOutput(compiled.diagnostics, code);
      cell.emit(error);
      return { status: "error", executionCount, error };
    }
    const ran: string[] = [];
    const results: unknown[] = [];
    const preloaded = await this.#preloaded(compiled.preloaded);
    const body = compiledFunction(
      compiled.code,
      compiled.sourceMap!,
      { name: `Cell [${executionCount}]`, linesBefore: 1 },
      {
        __cell: this.#runtime(ran, results),
        display,
        signal: cell.signal,
        require: this.#loader.require,
        ...preloaded,
      },
    );
    try {
      await runInCell(cell, () => orAborted(body(this.#scope), cell.signal));
    } finally {
      await this.#compiler.commit(compiled.id, ran);
    }
    const [result] = results;
    if (result !== undefined && !options.silent) {
      const data = await runInCell(cell, () => mimeBundle(result));
      cell.emit({ output_type: "execute_result", execution_count: executionCount, data, metadata: {} });
    }
    return { status: "ok", executionCount };
  }

  #runtime(ran: string[], results: unknown[]) {
    const load = (specifier: string) => this.#loader.import(String(specifier));
    return {
      import: load,
      dynamicImport: load,
      meta: importMeta(path.join(path.resolve(this.options.cwd), "notebook.ts")),
      bind: (from: Record<string, unknown>, names: Record<string, string>, specifier: string) =>
        bindImports(this.#scope, from, names, specifier),
      ran: (...names: string[]) => ran.push(...names),
      result: (value: unknown) => (results[0] = value),
    };
  }

  async #preloaded(names: readonly string[]): Promise<Record<string, unknown>> {
    const loaded: Record<string, unknown> = { aen: undefined, tf: undefined };
    for (const name of names)
      loaded[name] =
        name === "aen"
          ? await import("../aen/index.js" as string)
          : await this.#loader.import("@tensorflow/tfjs");
    return loaded;
  }
}

function orAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason as Error);
    if (signal.aborted) abort();
    signal.addEventListener("abort", abort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener("abort", abort));
  });
}
