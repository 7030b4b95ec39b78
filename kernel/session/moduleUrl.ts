import { EventEmitter } from "node:events";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { Worker, type WorkerOptions } from "node:worker_threads";

/**
 * The URL of a module relative to another: the built `.js` file, or the `.ts` file when running from source (tests).
 *
 * @param base the `import.meta.url` of the calling module
 */
export function siblingModule(base: string, relative: string): URL {
  return new URL(base.endsWith(".ts") ? `${relative}.ts` : `${relative}.js`, base);
}

/** Node's own, whatever cells are given in its place. */
const { emit } = EventEmitter.prototype;

/**
 * Starts a worker thread on a module relative to another; see {@link siblingModule}. Its messages arrive also where a cell
 * has replaced `EventEmitter.prototype.emit`.
 */
export function siblingWorker(base: string, relative: string, options: WorkerOptions): Worker {
  const worker = started(base, relative, options);
  Object.defineProperty(worker, "emit", { value: emit });
  return worker;
}

function started(base: string, relative: string, options: WorkerOptions): Worker {
  const url = siblingModule(base, relative);
  if (!base.endsWith(".ts")) return new Worker(url, options);
  const tsx = path.dirname(createRequire(base).resolve("tsx/package.json"));
  const register = JSON.stringify(pathToFileURL(path.join(tsx, "dist/esm/api/index.mjs")).href);
  const entry = JSON.stringify(url.href);
  const start = `import(${register}).then((tsx) => { tsx.register(); return import(${entry}); })`;
  return new Worker(start, { ...options, eval: true });
}
