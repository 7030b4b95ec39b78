import path from "node:path";
import { type CellDiagnostic, hasErrors } from "../contracts/cellDiagnostic.js";
import type { CellOutput, ErrorOutput } from "../contracts/cellOutput.js";
import { mendBuiltins } from "./builtins.js";
import type { CellCompiler } from "./cellCompiler.js";
import { currentCell, runInCell, unlessStopped } from "./cellContext.js";
import { diagnosticsOutput } from "./cellError.js";
import type { CellExecution } from "./cellExecution.js";
import type { CellRuntime } from "./cellRuntime.js";
import { cellScriptName } from "./cellScripts.js";
import { compiledFunction } from "./compiledFunction.js";
import type { CompiledCell } from "./compiler/notebookCompiler.js";
import { moduleCellNote, moduleOfCell } from "./compiler/moduleCells.js";
import { display } from "./display.js";
import { awaitedLater, onEmptyStack, settledValue } from "./lastValue.js";
import { bindImports, importMeta, type ModuleLoader } from "./moduleLoader.js";
import { PreloadedModules } from "./preloadedModules.js";
import { withNativeText } from "./standIn.js";
import { UsedResources } from "./usedResources.js";

export interface CellEvaluatorOptions {
  readonly cwd: string;
  readonly preload?: boolean;
  readonly ignoreTypeErrors?: boolean;
}

/** Compiles the cells of a notebook and runs them over its scope. */
export class CellEvaluator {
  readonly #preloaded: PreloadedModules;

  constructor(
    readonly scope: Record<string, unknown>,
    readonly compiler: CellCompiler,
    readonly loader: ModuleLoader,
    readonly options: CellEvaluatorOptions,
  ) {
    this.#preloaded = new PreloadedModules(() => loader.import("@tensorflow/tfjs"));
  }

  /**
   * The value of a cell's last expression, or an {@link ErrorShown} if the cell could not be compiled.
   *
   * @param source the path by which a debugger knows the cell
   * @throws what the cell throws, or the reason of its stop
   */
  async evaluate(code: string, cell: CellExecution, source?: string): Promise<unknown> {
    const { ignoreTypeErrors, preload = true } = this.options;
    if (preload) this.#preloaded.begin(code);
    const compiling = this.compiler.compile(code, { ignoreTypeErrors, signal: cell.signal });
    const compiled = await cell.untilStopped(compiling);
    if (compiled.code === undefined) {
      const output = diagnosticsOutput(compiled.diagnostics, code);
      cell.emit(output);
      return new ErrorShown(output);
    }
    for (const output of notes(compiled.diagnostics, code)) cell.emit(output);
    return this.#run({ ...compiled, code: compiled.code }, cell, source);
  }

  close(): void {
    this.#preloaded.close();
  }

  async #run(compiled: Runnable, cell: CellExecution, source?: string): Promise<unknown> {
    const ran = new Set<string>();
    const results: unknown[] = [];
    const resources = new UsedResources();
    const body = compiledFunction(
      compiled.code,
      compiled.sourceMap!,
      { name: cellScriptName(cell.executionCount), linesBefore: 1, source },
      {
        __cell: this.#runtime(ran, results, resources),
        ...ambient(cell),
        ...this.loader.variables,
        ...(await cell.untilStopped(this.#preloaded.load(compiled.preloaded))),
      },
    );
    try {
      await cell.untilStopped(
        onEmptyStack(() => runInCell(cell, () => resources.disposeAfter(body(this.scope)))),
      );
      return await settledValue(results[0], cell);
    } finally {
      mendBuiltins();
      await this.compiler.commit(compiled.id, [...ran]);
    }
  }

  #runtime(ran: Set<string>, results: unknown[], resources: UsedResources): CellRuntime {
    const load = (specifier: string) => this.loader.import(String(specifier));
    return {
      import: load,
      dynamicImport: load,
      meta: importMeta(path.join(this.options.cwd, "notebook.ts")),
      bind: (from: Record<string, unknown>, names: Record<string, string>, specifier: string) =>
        bindImports(this.scope, from, names, specifier),
      ran: (...names: string[]) => names.forEach((name) => ran.add(name)),
      result: (value: unknown) => (results[0] = awaitedLater(value)),
      using: resources.use,
      unlessStopped,
    };
  }
}

type Runnable = CompiledCell & { readonly code: string };

/** The value of a cell whose errors have already been shown. */
export class ErrorShown {
  readonly #isOurs = true;
  constructor(readonly output: ErrorOutput) {}

  /** Unlike `instanceof`, runs no code of the user's. */
  static is(value: unknown): value is ErrorShown {
    return typeof value === "object" && value !== null && #isOurs in value;
  }
}

function ambient(cell: CellExecution): Record<string, unknown> {
  return {
    display,
    signal: cell.signal,
    input: withNativeText("input", (prompt = "", { password = false } = {}) =>
      (currentCell() ?? cell).input(String(prompt), password),
    ),
  };
}

/** What to tell about a cell that runs: errors that are only warnings, and that it makes no module. */
function notes(diagnostics: readonly CellDiagnostic[], code: string): CellOutput[] {
  const module = moduleOfCell(code);
  return [
    ...(hasErrors(diagnostics) ? [`${diagnosticsOutput(diagnostics, code).traceback.join("\n")}\n`] : []),
    ...(module === undefined ? [] : [moduleCellNote(module)]),
  ].map((text) => ({ output_type: "stream", name: "stderr", text }));
}
