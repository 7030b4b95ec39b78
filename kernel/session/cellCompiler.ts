import type { CompilerThreadData } from "./compiler/compilerThread.js";
import type { CompiledCell, KeptCell } from "./compiler/notebookCompiler.js";
import type { CellDiagnostic } from "../contracts/cellDiagnostic.js";
import type { AnswerTo, LanguageQuestion, QuestionOf } from "../contracts/languageQuestions.js";
import { CompilerRequests } from "./compilerRequests.js";
import type { Completeness, SignatureHelp } from "../contracts/languageReplies.js";
import type { FoundCompletions, FoundInspection } from "./compiler/languageFeatures.js";

export type { CompiledCell };

export interface CellCompilerOptions extends Omit<CompilerThreadData, "cells"> {
  /** Milliseconds that completion and similar requests may block the compiler. @default 15000 */
  readonly patience?: number;
}

/**
 * Compiles cells in a separate thread: the kernel starts without waiting for TypeScript, completion answers while a
 * cell computes, and an interrupt never hits the compiler.
 */
export class CellCompiler {
  readonly #requests: CompilerRequests;
  readonly #limit: { readonly limit: number };
  /** The cells that have run, for when the compiler must be recreated. */
  readonly #kept: KeptCell[] = [];
  readonly #compiled = new Map<number, string>();

  constructor({ patience = 15_000, ...data }: CellCompilerOptions) {
    this.#limit = { limit: patience };
    this.#requests = new CompilerRequests(() => ({ ...data, cells: this.#kept }));
  }

  /** @param signal abandons a cell that the compiler is stuck on */
  async compile(
    code: string,
    { signal, ...options }: { ignoreTypeErrors?: boolean; signal?: AbortSignal } = {},
  ): Promise<CompiledCell> {
    const compiled = await this.#requests.ask("compile", [code, options], { signal });
    this.#compiled.clear();
    this.#compiled.set(compiled.id, code);
    return compiled;
  }

  /** Records which declarations of a compiled cell have run. */
  async commit(id: number, ran: readonly string[]): Promise<void> {
    const code = this.#compiled.get(id);
    if (code !== undefined) this.#kept.push({ id, code, ran });
    this.#compiled.delete(id);
    await this.#requests.ask("commit", [id, ran, code]);
  }

  /** A local file as JavaScript; undefined for a CommonJS file, which Node loads. */
  compileModule(file: string): Promise<{ code: string; sourceMap: string } | undefined> {
    return this.#requests.ask("compileModule", [file]);
  }

  /** The user's own file that a specifier means in an importing file; undefined for what Node finds by itself. */
  ownFile(specifier: string, importer: string): Promise<string | undefined> {
    return this.#requests.ask("ownFile", [specifier, importer]);
  }

  complete(code: string, cursor: number, above: readonly string[] = []): Promise<FoundCompletions> {
    return this.#requests.ask("complete", [code, cursor, above], this.#limit);
  }

  inspect(code: string, cursor: number, above: readonly string[] = []): Promise<FoundInspection | undefined> {
    return this.#requests.ask("inspect", [code, cursor, above], this.#limit);
  }

  signatureHelp(
    code: string,
    cursor: number,
    above: readonly string[] = [],
  ): Promise<SignatureHelp | undefined> {
    return this.#requests.ask("signatureHelp", [code, cursor, above], this.#limit);
  }

  diagnostics(code: string): Promise<CellDiagnostic[]> {
    return this.#requests.ask("diagnostics", [code], this.#limit);
  }

  notebookDiagnostics(cells: readonly string[]): Promise<CellDiagnostic[][]> {
    return this.#requests.ask("notebookDiagnostics", [cells], this.#limit);
  }

  /** The answer to a question about the notebook as its text stands. */
  async answer<Q extends LanguageQuestion>(question: Q, args: QuestionOf<Q>): Promise<AnswerTo<Q>> {
    return (await this.#requests.ask("answer", [question, args], this.#limit)) as AnswerTo<Q>;
  }

  completeness(code: string): Promise<Completeness> {
    return this.#requests.ask("completeness", [code], this.#limit);
  }

  close(): Promise<void> {
    return this.#requests.close();
  }
}
