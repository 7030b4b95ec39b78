import type { Worker } from "node:worker_threads";
import type { CompilerMethods, CompilerReply, CompilerThreadData } from "./compiler/compilerThread.js";
import type { CompiledCell } from "./compiler/notebookCompiler.js";
import type { CellDiagnostic } from "./cellDiagnostic.js";
import type { Completeness, Completions, Inspection, SignatureHelp } from "./languageReplies.js";
import { siblingWorker } from "./moduleUrl.js";

export type { CompiledCell };

/** Memory for what lives shortly, in megabytes: the default of 48 would be kept for good after the libraries are read. */
const youngGeneration = 8;

/**
 * Compiles cells in a thread of its own: the kernel starts without waiting for TypeScript, completion answers
 * while a cell computes, and an interrupt never cuts through the compiler.
 */
export class CellCompiler {
  readonly #worker: Worker;
  readonly #pending = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  #counter = 0;
  #failure: Error | undefined;

  constructor(data: CompilerThreadData) {
    this.#worker = siblingWorker(import.meta.url, "./compiler/compilerThread", {
      workerData: data,
      stdout: true,
      stderr: true,
      resourceLimits: { maxYoungGenerationSizeMb: youngGeneration },
    });
    this.#worker.on("message", (reply: CompilerReply) => this.#settle(reply));
    this.#worker.on("error", (error) => this.#fail(error as Error));
    this.#worker.on("exit", () => this.#fail(new Error("The compiler of this notebook has ended.")));
    this.#worker.unref();
  }

  compile(code: string, options: { ignoreTypeErrors?: boolean } = {}): Promise<CompiledCell> {
    return this.#ask("compile", code, options);
  }

  /** Tells which declarations of a compiled cell have run. */
  commit(id: number, ran: readonly string[]): Promise<void> {
    return this.#ask("commit", id, ran);
  }

  compileModule(file: string): Promise<{ code: string; sourceMap: string }> {
    return this.#ask("compileModule", file);
  }

  complete(code: string, cursor: number): Promise<Completions> {
    return this.#ask("complete", code, cursor);
  }

  inspect(code: string, cursor: number): Promise<Inspection | undefined> {
    return this.#ask("inspect", code, cursor);
  }

  signatureHelp(code: string, cursor: number): Promise<SignatureHelp | undefined> {
    return this.#ask("signatureHelp", code, cursor);
  }

  diagnostics(code: string): Promise<CellDiagnostic[]> {
    return this.#ask("diagnostics", code);
  }

  completeness(code: string): Promise<Completeness> {
    return this.#ask("completeness", code);
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
    this.#fail(new Error("The session is closed."));
  }

  #ask<M extends keyof CompilerMethods>(
    method: M,
    ...args: Parameters<CompilerMethods[M]>
  ): Promise<ReturnType<CompilerMethods[M]>> {
    if (this.#failure) return Promise.reject(this.#failure);
    const id = ++this.#counter;
    return new Promise((resolve, reject) => {
      this.#pending.set(id, { resolve: resolve as never, reject });
      this.#worker.ref();
      this.#worker.postMessage({ id, method, args });
    });
  }

  #settle({ id, value, failure }: CompilerReply): void {
    const waiting = this.#pending.get(id);
    this.#pending.delete(id);
    if (this.#pending.size === 0) this.#worker.unref();
    if (!failure) return waiting?.resolve(value);
    const error = new Error(failure.message);
    error.stack = failure.stack;
    waiting?.reject(error);
  }

  #fail(error: Error): void {
    this.#failure ??= error;
    for (const { reject } of this.#pending.values()) reject(this.#failure);
    this.#pending.clear();
  }
}
