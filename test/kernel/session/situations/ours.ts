/**
 * Things that a cell can hold or print, by name; each is an expression. Node or the kernel has touched many of them: it
 * follows which cell they belong to, listens to them, or stands in for them.
 */
export const held: Readonly<Record<string, string>> = {
  "a resolved promise": "Promise.resolve(1)",
  "a pending promise": "new Promise(() => {})",
  "promises in collections": "[new Map([[1, Promise.resolve(1)]]), new Set([(async () => 2)()])]",
  "a proxy of a promise": "new Proxy(Promise.resolve(1), {})",
  "a weak reference to a promise": "new WeakRef(Promise.resolve(1))",
  "an object with a promise and a timer":
    "new (class Job { done = Promise.resolve(); timer = setTimeout(() => {}, 1) })()",
  "a timer": "setTimeout(function tick() {}, 1)",
  "an interval": "setInterval(() => {}, 1).unref()",
  "an immediate": "setImmediate(() => {})",
  "a wait of node:timers/promises": "require('node:timers/promises').setTimeout(1)",
  "an asynchronous generator": "(async function* () { yield 1 })()",
  "a child process": "require('node:child_process').spawn('true')",
  "a server": "require('node:net').createServer()",
  "a socket": "new (require('node:net').Socket)()",
  "a worker": "new (require('node:worker_threads').Worker)('', { eval: true })",
  "a message channel": "(({ port1, port2 }) => (port1.close(), port2))(new MessageChannel())",
  "a readable stream": "require('node:stream').Readable.from(['a'])",
  "a file stream":
    "((stream) => (stream.destroy(), stream))(require('node:fs').createReadStream(process.execPath))",
  "an emitter": "new (require('node:events'))()",
  "an asynchronous resource": "new (require('node:async_hooks').AsyncResource)('mine')",
  "the running resource": "require('node:async_hooks').executionAsyncResource()",
  "a controller": "new AbortController()",
  "the cell's signal": "signal",
  "the cell's own functions":
    "[display, display.html, input, require.resolve].map((each) => [each, String(each)])",
  "a handle of display": "display(1)",
  "handles of display": "[display.html('a'), { b: display.markdown('b') }]",
  "the text of functions that the kernel stands in for":
    "[setTimeout, setInterval, setImmediate, process.nextTick, process.exit, process.stdout.write, console.log, Function.prototype.toString].map(String)",
  "those functions":
    "[setTimeout, setInterval, setImmediate, process.nextTick, process.exit, process.stdout.write, console.log]",
  "listeners of the process":
    "process.eventNames().flatMap((name) => process.listeners(name as 'exit').map(String))",
  "standard input": "process.stdin",
  "standard output": "[process.stdout, process.stderr]",
  "the console": "console",
  "the process": "process",
  "its arguments": "process.argv",
  "the globals": "globalThis",
  "names of globals": "Object.keys(globalThis)",
  Error: "[Error, Object.keys(Error)]",
  "import.meta": "import.meta",
  "its own function": "((n: number) => n + limit)",
  "the text of its own functions":
    "[String(async () => { for await (const n of [limit]) await import('node:' + n); }), `${over}`, over.toString()]",
  "the text of its own class": "String(Box)",
  "the arguments of a function": "(function (..._: number[]) { return arguments })(1, 2)",
  "what `eval` sees as arguments": "(eval('typeof arguments'), 1)",
  "an error": "new Error('a', { cause: new TypeError('b') })",
  "errors together": "new AggregateError([new Error('a')], 'many')",
  "settled promises": "await Promise.allSettled([Promise.reject(new Error('a')), over(1)])",
  "a stack": "new Error('a').stack",
  "a captured stack": "((target: { stack?: string }) => (Error.captureStackTrace(target), target.stack))({})",
  "call sites": "callSites().map(String)",
};

/** What the expressions use. */
export const preparation = `
const limit = 5;
const over = (n: number) => n > limit;
class Box { size = limit; grow() { return over(this.size); } }
function callSites(): unknown[] {
  const before = Error.prepareStackTrace;
  Error.prepareStackTrace = (_, sites) => sites;
  const sites = new Error().stack as unknown as unknown[];
  Error.prepareStackTrace = before;
  return sites;
}`;

/**
 * What no output may contain.
 * @param root the folder of the kernel's package
 * @param isFollowedByNode whether Node keeps what others' AsyncLocalStorage holds on resources
 */
export function ours(root: string, isFollowedByNode = false): RegExp {
  const words =
    "CellExecution CellContext CellWork CellStdin NotebookSession CellRuntime __scope __cell __notebook" +
    (isFollowedByNode ? "" : " kResourceStore");
  const functions = "routed forget unlessStopped currentCell runInCell";
  const alternatives = [...words.split(" "), ...functions.split(" ").map((name) => `\\b${name}\\b`)];
  const folders = ["kernel", "dist"].map((folder) =>
    `${root}/${folder}/`.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"),
  );
  return new RegExp([...alternatives, ...folders, "callback-of-a-cell"].join("|"));
}
