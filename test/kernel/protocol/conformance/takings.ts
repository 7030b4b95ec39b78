/** Replaces each method of an object by one that throws. */
function breaking(object: string, except = ""): string {
  return `{ const { defineProperty, ownKeys, getOwnPropertyDescriptor } = Reflect; const it = ${object} as any;
    for (const key of ownKeys(it)) {
      const own = getOwnPropertyDescriptor(it, key)!;
      if (key === "constructor" || key === "prototype" || key === "${except}") continue;
      if (typeof own.value === "function" && own.configurable)
        defineProperty(it, key, { ...own, value: () => { throw new RangeError("taken"); } });
    } } 0`;
}

const throwing = "() => { throw new Error('taken'); }";

const methods = [
  ...["Array", "Promise", "Map", "Set", "String", "RegExp", "Function", "EventTarget", "AbortController"].map(
    (name) => `${name}.prototype`,
  ),
  ...["Object", "Array", "JSON", "Math", "Reflect", "Promise", "Atomics", "Symbol"],
  "Object.getPrototypeOf([][Symbol.iterator]())",
];

/** What a cell can take from the process that it shares with the kernel: one after another, as most of it is gone then. */
export const takings: Readonly<Record<string, string>> = {
  ...Object.fromEntries(methods.map((name) => [`the methods of ${name}`, breaking(name)])),
  "then, by one that never calls": "Promise.prototype.then = (() => new Promise(() => {})) as any; 0",
  "the absence of a then in all objects": "(Object.prototype as any).then = () => {}; 0",
  "all listeners of the process": "process.removeAllListeners(); 0",
  "the listeners of some events":
    "for (const event of ['uncaughtException', 'unhandledRejection', 'SIGTERM', 'SIGINT']) process.removeAllListeners(event); 0",
  "each listener":
    "for (const event of process.eventNames() as any[]) for (const each of process.listeners(event)) process.off(event, each as any); 0",
  "all listeners by the prototype":
    "(require('node:events') as any).prototype.removeAllListeners.call(process); 0",
  "process.on and process.off": `(process as any).on = (process as any).off = (process as any).once = ${throwing}; 0`,
  "process.emit, by one that throws": `(process as any).emit = ${throwing}; 0`,
  "process.emit, by one that hears nothing": "(process as any).emit = () => false; 0",
  "EventEmitter.prototype.emit": "(require('node:events') as any).prototype.emit = () => false; 0",
  "the handler of uncaught errors": "(process as any)._fatalException = undefined; 0",
  "process.exit, process.abort and process.kill":
    "(process as any).exit = (process as any).abort = (process as any).kill = () => {}; 0",
  "the folder that the process works in":
    "{ const fs = require('node:fs'); const gone = fs.mkdtempSync('gone-'); process.chdir(gone); fs.rmdirSync(process.cwd()); } 0",
  "process.cwd and process.nextTick": `(process as any).cwd = ${throwing}; (process as any).nextTick = () => {}; 0`,
  "process.env": "(process as any).env = undefined; 0",
  "the standard streams": "process.stdout.destroy(); process.stderr.end(); 0",
  console: "(globalThis as any).console = undefined; 0",
  "the timers": `for (const name of ['setTimeout', 'setInterval', 'setImmediate', 'clearTimeout', 'queueMicrotask']) (globalThis as any)[name] = ${throwing}; 0`,
  "globals of Node":
    "for (const name of ['Buffer', 'URL', 'AbortController', 'AbortSignal', 'EventTarget', 'performance']) Object.defineProperty(globalThis, name, { value: undefined, configurable: true, writable: true }); 0",
  "process, by a getter that throws": `Object.defineProperty(globalThis, 'process', { get: ${throwing}, configurable: true }); 0`,
  process: "delete (globalThis as any).process; 0",
  "globals of the language":
    "for (const name of ['Map', 'Set', 'WeakMap', 'Symbol', 'RegExp', 'String', 'Number', 'JSON', 'Math', 'Reflect', 'Atomics', 'Promise', 'Array', 'Object']) (globalThis as any)[name] = undefined; 0",
};

/** What would end the process, and how the cell's error names it. */
export const ends: Readonly<Record<string, RegExp>> = {
  "process.exit(3)": /^process\.exit\(3\) ended this cell/,
  "(process as any).reallyExit(4)": /^process\.reallyExit\(4\) ended/,
  "process.abort()": /^process\.abort\(\) ended/,
  "process.kill(process.pid)": /^process\.kill\(\d+, "SIGTERM"\) ended/,
  "process.kill(process.pid, 'SIGKILL')": /^process\.kill\(\d+, "SIGKILL"\) ended/,
  "process.kill(-process.pid, 9)": /^process\.kill\(-\d+, "SIGKILL"\) ended/,
  "process.kill(0, 'SIGHUP')": /^process\.kill\(0, "SIGHUP"\) ended/,
};
