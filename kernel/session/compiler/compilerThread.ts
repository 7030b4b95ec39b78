import { parentPort, workerData } from "node:worker_threads";
import { NotebookCompiler, type KeptCell } from "./notebookCompiler.js";
import { completeness } from "./completeness.js";
import { HeapTidying } from "./heapTidying.js";
import { LanguageFeatures } from "./languageFeatures.js";
import { internals } from "./internals.js";
import { compileModule } from "./localModule.js";
import { ts } from "./typescript.js";
import { leaveUnoptimized } from "./unoptimized.js";
import { ownFileOf } from "./runTimeResolution.js";

/** What the session asks of its compiler; each method is a request to the compiler's thread. */
export interface CompilerMethods {
  compile: NotebookCompiler["compile"];
  commit: NotebookCompiler["commit"];
  compileModule(file: string): { code: string; sourceMap: string } | undefined;
  ownFile(specifier: string, importer: string): string | undefined;
  complete: LanguageFeatures["complete"];
  inspect: LanguageFeatures["inspect"];
  signatureHelp: LanguageFeatures["signatureHelp"];
  diagnostics: LanguageFeatures["diagnostics"];
  notebookDiagnostics: LanguageFeatures["notebookDiagnostics"];
  answer: LanguageFeatures["answer"];
  completeness: typeof completeness;
}

export interface CompilerRequest {
  readonly id: number;
  readonly method: keyof CompilerMethods;
  readonly args: readonly unknown[];
}

export interface CompilerReply {
  readonly id: number;
  readonly value?: unknown;
  readonly failure?: { readonly message: string; readonly stack?: string };
}

export interface CompilerThreadData {
  readonly cwd: string;
  readonly packageRoot: string;
  readonly preload: boolean;
  /** The cells that have already run, when a thread takes over from another. */
  readonly cells: readonly KeptCell[];
}

const { cwd, packageRoot, preload, cells } = workerData as CompilerThreadData;
const compiler = new NotebookCompiler(cwd, packageRoot, preload);
compiler.restore(cells);
const features = new LanguageFeatures(compiler);

const methods: CompilerMethods = {
  compile: (code, options) => compiler.compile(code, options),
  commit: (id, ran, code) => compiler.commit(id, ran, code),
  compileModule: (file) => compileModule(compiler, file),
  ownFile: (specifier, importer) => ownFileOf(compiler.host, specifier, importer),
  complete: (code, cursor, above) => features.complete(code, cursor, above),
  inspect: (code, cursor, above) => features.inspect(code, cursor, above),
  signatureHelp: (code, cursor, above) => features.signatureHelp(code, cursor, above),
  diagnostics: (code) => features.diagnostics(code),
  notebookDiagnostics: (cells) => features.notebookDiagnostics(cells),
  answer: (question, args) => features.answer(question, args),
  completeness,
};

/** Idle time before the thread cleans up, in milliseconds. */
const quiet = 1500;
let resting: NodeJS.Timeout | undefined;

parentPort!.on("message", (request: CompilerRequest) => {
  parentPort!.postMessage(answer(request));
  clearTimeout(resting);
  resting = setTimeout(rest, quiet).unref();
  tidying.afterRequest();
});
// Reads the libraries, so that the first cell need not wait for it.
features.diagnostics("");
leaveUnoptimized([ts.createProgram, internals.createTypeChecker, ts.createPrinter]);
const tidying = new HeapTidying();

function rest(): void {
  compiler.program.rest();
  tidying.whenIdle();
}

function answer({ id, method, args }: CompilerRequest): CompilerReply {
  try {
    const call = methods[method] as (...given: readonly unknown[]) => unknown;
    return { id, value: call(...args) };
  } catch (error) {
    const { message, stack } = error as Error;
    return { id, failure: { message, stack } };
  }
}
