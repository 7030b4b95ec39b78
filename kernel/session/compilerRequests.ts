import type { Worker } from "node:worker_threads";
import type { CompilerMethods, CompilerReply, CompilerThreadData } from "./compiler/compilerThread.js";
import { siblingWorker } from "./moduleUrl.js";

/** Heap for short-lived objects, in megabytes; the default of 48 would stay allocated once the libraries are read. */
const youngGeneration = 8;

interface Request {
  readonly method: keyof CompilerMethods;
  readonly args: readonly unknown[];
  /** Milliseconds that the thread may spend on it. */
  readonly limit: number;
  resolve(value: unknown): void;
  reject(error: Error): void;
}

/**
 * Requests to the compiler's thread, answered in order. The thread cannot be interrupted, and some texts of a few dozen
 * brackets keep TypeScript's parser busy for hours. So a request that takes too long, or that is no longer wanted, is
 * abandoned by ending the thread; a new thread takes over the pending requests.
 */
export class CompilerRequests {
  readonly #pending = new Map<number, Request>();
  #worker: Worker;
  #watch: NodeJS.Timeout | undefined;
  #counter = 0;
  #failure: Error | undefined;
  /** Whether the thread has answered anything yet. */
  #hasAnswered = false;

  /** @param data gives a thread's initial data; called again for each new thread */
  constructor(readonly data: () => CompilerThreadData) {
    this.#worker = this.#start();
  }

  /**
   * @throws Error when the thread spends more than `limit` milliseconds on it; on its first answer, for which it reads
   * TypeScript and all declarations, six times as long
   */
  async ask<M extends keyof CompilerMethods>(
    method: M,
    args: Parameters<CompilerMethods[M]>,
    { limit = Infinity, signal }: { readonly limit?: number; readonly signal?: AbortSignal } = {},
  ): Promise<ReturnType<CompilerMethods[M]>> {
    if (this.#failure) throw this.#failure;
    const id = ++this.#counter;
    const answer = new Promise<ReturnType<CompilerMethods[M]>>((resolve, reject) => {
      this.#pending.set(id, { method, args, limit, resolve: resolve as never, reject });
      this.#send(id);
    });
    const giveUp = () => setTimeout(() => this.#giveUp(id, reasonOf(signal!)), grace).unref();
    if (signal?.aborted) giveUp();
    signal?.addEventListener("abort", giveUp, { once: true });
    try {
      return await answer;
    } finally {
      signal?.removeEventListener("abort", giveUp);
    }
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
    this.#fail(new Error("The session is closed."));
  }

  #start(): Worker {
    const worker = siblingWorker(import.meta.url, "./compiler/compilerThread", {
      workerData: this.data(),
      stdout: true,
      stderr: true,
      resourceLimits: { maxYoungGenerationSizeMb: youngGeneration },
    });
    worker.on("message", (reply: CompilerReply) => this.#settle(reply));
    worker.on("error", (error) => this.#fail(error as Error));
    worker.on("exit", () =>
      this.#fail(new Error("The compiler of this notebook has stopped. Restart the kernel.")),
    );
    worker.unref();
    return worker;
  }

  #send(id: number): void {
    const { method, args } = this.#pending.get(id)!;
    this.#worker.ref();
    this.#worker.postMessage({ id, method, args });
    if (this.#pending.size === 1) this.#watchFirst();
  }

  #settle({ id, value, failure }: CompilerReply): void {
    const request = this.#pending.get(id);
    this.#pending.delete(id);
    this.#hasAnswered = true;
    this.#watchFirst();
    if (!failure) return request?.resolve(value);
    const error = new Error(failure.message);
    error.stack = failure.stack;
    request?.reject(error);
  }

  /** Enforces the time limit of the request that the thread is working on. */
  #watchFirst(): void {
    clearTimeout(this.#watch);
    const [first] = this.#pending;
    if (!first) return this.#worker.unref();
    const [id, { limit }] = first;
    if (limit === Infinity) return;
    const time = this.#hasAnswered ? limit : forFirstAnswer * limit;
    const error = new Error(`TypeScript did not finish with this cell within ${time / 1000} seconds.`);
    this.#watch = setTimeout(() => this.#giveUp(id, error), time).unref();
  }

  #giveUp(id: number, error: Error): void {
    const request = this.#pending.get(id);
    if (!request || this.#failure) return;
    const [busyWith] = this.#pending.keys();
    this.#pending.delete(id);
    request.reject(error);
    if (id === busyWith) this.#replaceThread();
  }

  #replaceThread(): void {
    clearTimeout(this.#watch);
    this.#worker.removeAllListeners();
    this.#worker.on("error", () => {});
    void this.#worker.terminate();
    this.#hasAnswered = false;
    this.#worker = this.#start();
    for (const id of this.#pending.keys()) this.#send(id);
    this.#watchFirst();
  }

  #fail(error: Error): void {
    clearTimeout(this.#watch);
    this.#failure ??= error;
    for (const { reject } of this.#pending.values()) reject(this.#failure);
    this.#pending.clear();
  }
}

/** How many times its limit a thread's first answer may take: slow machines need long for TypeScript itself. */
const forFirstAnswer = 6;

/** Milliseconds that an abandoned request may still take, because ending the thread costs more. */
const grace = 500;

function reasonOf({ reason }: AbortSignal): Error {
  return reason instanceof Error ? reason : new Error(String(reason));
}
