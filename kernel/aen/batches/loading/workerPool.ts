import { createRequire } from "node:module";
import { availableParallelism } from "node:os";
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import type { LoaderReply, LoaderTask } from "./loaderTask.js";
import { startOwnThread } from "../../host/ownThreads.js";

/** One thread is left for the training step; more than four bring no gain. */
export const usualWorkers = Math.max(1, Math.min(4, availableParallelism() - 1));

interface Pending {
  readonly task: LoaderTask;
  readonly settle: (reply: LoaderReply) => void;
}

/**
 * Worker threads that read and prepare clips. They start when first needed, serve all readers of the process and
 * do not keep it alive. If a worker dies, its task is reported as failed and another worker replaces it.
 */
export class WorkerPool {
  readonly #workers: { readonly thread: Worker; readonly pending: Pending[] }[] = [];
  #next = 0;

  /**
   * A task that cannot be cloned into a thread is reported as failed.
   * @param limit the most threads to use; it may differ from call to call
   */
  run(task: Omit<LoaderTask, "number">, limit: number): Promise<LoaderReply> {
    return new Promise((settle) => {
      const worker = this.#leastBusy(limit);
      const numbered = { ...task, number: this.#next++ };
      try {
        worker.thread.postMessage(numbered);
      } catch (error) {
        return settle({ number: numbered.number, failed: String(error) });
      }
      if (worker.pending.length === 0) worker.thread.ref();
      worker.pending.push({ task: numbered, settle });
    });
  }

  /** Ends all threads; unfinished tasks are reported as failed. */
  async close(): Promise<void> {
    await Promise.all(this.#workers.splice(0).map(({ thread }) => thread.terminate()));
  }

  #leastBusy(limit: number) {
    while (this.#workers.length < limit) this.#workers.push(this.#start());
    return this.#workers
      .slice(0, limit)
      .reduce((least, worker) => (worker.pending.length < least.pending.length ? worker : least));
  }

  #start() {
    const worker = { thread: startOwnThread(startThread), pending: [] as Pending[] };
    worker.thread.unref();
    worker.thread.on("message", (reply: LoaderReply) => {
      const place = worker.pending.findIndex(({ task }) => task.number === reply.number);
      const [{ settle }] = worker.pending.splice(place, 1);
      if (worker.pending.length === 0) worker.thread.unref();
      settle(reply);
    });
    worker.thread.on("error", (error) => this.#lose(worker, String(error)));
    worker.thread.on("exit", (code) => this.#lose(worker, `The worker thread ended with code ${code}.`));
    return worker;
  }

  #lose(worker: { readonly pending: Pending[] }, failed: string): void {
    const place = this.#workers.findIndex((other) => other === worker);
    if (place >= 0) this.#workers.splice(place, 1);
    for (const { task, settle } of worker.pending.splice(0)) settle({ number: task.number, failed });
  }
}

/** The module next to this one: compiled in dist/; when running from source, tsx loads it. */
function startThread(): Worker {
  if (!import.meta.url.endsWith(".ts")) return new Worker(new URL("./loaderWorker.js", import.meta.url));
  const tsx = createRequire(import.meta.url).resolve("tsx/package.json");
  const register = new URL("./dist/esm/api/index.mjs", pathToFileURL(tsx)).href;
  const entry = new URL("./loaderWorker.ts", import.meta.url).href;
  const start = `import("${register}").then((tsx) => (tsx.register(), import("${entry}")))`;
  return new Worker(start, { eval: true });
}

/** The threads of this process. */
export const workerPool = new WorkerPool();
