import type { Random } from "../../kernel/random/random.js";

/** A cell that may do its worst, also while it is stopped. */
export interface MisbehavingCell {
  readonly code: string;
  /** Whether it must be stopped: it does not end by itself. */
  readonly isEndless: boolean;
}

/** What a cell leaves behind before its work; `TOKEN` is in the command line of each program. */
const left: readonly string[] = [
  `setTimeout(() => { throw new Error("later"); }, 30);`,
  `setInterval(() => { throw new RangeError("again and again"); }, 40);`,
  `void new Promise((_, no) => setTimeout(() => no(new Error("rejected late")), 20));`,
  `void (async () => { await null; throw 7; })();`,
  `void Promise.reject({ toString() { throw new Error("no text"); } });`,
  `require("node:child_process").spawn("sh", ["-c", "trap '' TERM INT HUP; while :; do sleep 0.2; done # TOKEN"], { stdio: "ignore" });`,
  `require("node:child_process").exec("(trap '' TERM; while :; do sleep 0.2; done) & wait # TOKEN");`,
  `new (require("node:worker_threads").Worker)("for (;;) {}", { eval: true });`,
  `new (require("node:worker_threads").Worker)("setInterval(() => { throw new Error('in a thread'); }, 20)", { eval: true });`,
  `new (require("node:worker_threads").Worker)("for (;;) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)", { eval: true });`,
  `new FinalizationRegistry(() => { throw new Error("in a finalizer"); }).register({}, 0); new Uint8Array(3e7);`,
  `{ const kept: unknown[] = []; const all = new FinalizationRegistry(() => { for (let i = 0; i < 1e8; i++); }); kept.push(all); for (let i = 0; i < 100; i++) all.register({}, i); new Uint8Array(3e7); }`,
  `(process as any).exit = (process as any).abort = () => {};`,
  `process.removeAllListeners();`,
  `process.on("exit", () => { for (;;) {} });`,
  `process.on("uncaughtException", () => { throw new Error("in a listener"); });`,
  `(process as any).emit = () => { throw new Error("emit"); };`,
  `for (const name of ["value", "result", "exports", "cell"]) Object.defineProperty(globalThis, name, { set() { throw new Error("a setter"); }, get() { for (;;) {} }, configurable: true });`,
  `Array.prototype.push = () => { throw new Error("push"); };`,
  `Promise.prototype.then = () => new Promise(() => {});`,
  `(Object.prototype as any).then = () => {};`,
  `JSON.stringify = () => { throw new Error("stringify"); };`,
  `(globalThis as any).setTimeout = (globalThis as any).queueMicrotask = () => { throw new Error("timers"); };`,
  `(globalThis as any).console = undefined;`,
  `process.stdout.destroy();`,
  `signal.addEventListener("abort", () => { for (;;) {} });`,
  `signal.addEventListener("abort", () => { throw new Error("at the stop"); });`,
  `process.nextTick(function again() { setImmediate(again); });`,
  `require("node:fs").readFile(process.execPath, () => { for (;;) {} });`,
  `process.kill(process.pid, 0); try { process.kill(process.pid, "SIGTERM"); } catch {}`,
];

/** Work that goes on until a stop. */
const endless: readonly string[] = [
  `for (;;) {}`,
  `for (let i = 0; ; i = (i + 1) % 1e6) Math.sqrt(i);`,
  `for (;;) await null;`,
  `for (;;) await new Promise((next) => setTimeout(next, 1));`,
  `for (;;) await new Promise((next) => setImmediate(next));`,
  `await new Promise(() => {});`,
  `Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);`,
  `for (;;) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 9);`,
  `require("node:child_process").execSync("sleep 600 # TOKEN");`,
  `require("node:child_process").spawnSync("sh", ["-c", "trap '' TERM; sleep 600 # TOKEN"]);`,
  `for (;;) console.log("x".repeat(200));`,
  `(function* all() { for (;;) yield 1; })().forEach?.(() => {}); for (;;) JSON.stringify({ a: [1, 2, 3] });`,
  `/^(a+)+$/.test("a".repeat(40) + "b");`,
  `const tick = () => process.nextTick(tick); tick(); await new Promise(() => {});`,
  `const again = () => queueMicrotask(again); again(); await new Promise(() => {});`,
  `await (async function deeper(): Promise<void> { await null; return deeper(); })();`,
];

/** How a cell takes its stop. */
const takings: readonly ((work: string) => string)[] = [
  (work) => work,
  (work) => `try { ${work} } catch {}`,
  (work) => `for (;;) { try { ${work} } catch {} }`,
  (work) => `try { ${work} } finally { for (;;) {} }`,
  (work) => `try { ${work} } finally { for (let i = 0; i < 1e7; i++); }`,
  (work) => `try { ${work} } finally { await new Promise(() => {}); }`,
  (work) => `try { ${work} } catch (error) { throw new Error("another", { cause: error }); }`,
  (work) => `try { ${work} } catch { setTimeout(() => { for (;;) {} }, 5); }`,
  (work) => `await (async function again(): Promise<void> { try { ${work} } catch { return again(); } })();`,
  (work) =>
    `await Promise.allSettled([(async () => { ${work} })(), (async () => { for (;;) await null; })()]);`,
  (work) => `await new Promise((done) => { (async () => { ${work} })().catch(() => {}); });`,
];

/** Work that ends, and a last value that may loop or throw where it is shown. */
const ending: readonly string[] = [
  `1 + 1`,
  `console.log("one"); console.error("two"); ({ a: [1, 2, { b: new Map([[1, new Set([2])]]) }] })`,
  `({ [Symbol.for("nodejs.util.inspect.custom")]() { for (;;) {} } })`,
  `({ [Symbol.for("nodejs.util.inspect.custom")]() { throw new Error("not shown"); } })`,
  `({ get [Symbol.toStringTag](): string { for (;;) {} } })`,
  `({ toJSON() { for (;;) {} }, get constructor(): any { throw new Error("nothing"); } })`,
  `new Proxy({}, { get() { for (;;) {} }, ownKeys() { throw new Error("no keys"); } })`,
  `({ then() {} })`,
  `({ then(done: (value: unknown) => void) { for (;;) {} } })`,
  `throw new Proxy(new Error("a proxy"), { get() { throw new Error("in a trap"); } });`,
  `throw null`,
  `process.exit(3)`,
  `display({ "text/plain": "\\ud800", "application/json": { a: 1 } } as any)`,
  `display.html("<b>1</b>"); display.markdown("*1*"); new Error("as a value")`,
  `const text = "\\u0000\\u001b[31m\\ud83d"; console.log(text); text`,
  `Array.from({ length: 300 }, (_, i) => ({ i }))`,
  `let notypes = (x) => x; notypes(`,
  `const wrong: number = "a"`,
  `Promise.reject(new Error("a rejected value"))`,
];

/** A cell at random; the same from the same seed. @param token marks its programs */
export function misbehavingCell(random: Random, token: string): MisbehavingCell {
  const behind = Array.from({ length: random.integer(3) }, () => random.pick(left));
  const isEndless = random.chance(0.6);
  const work = isEndless ? random.pick(takings)(random.pick(endless)) : random.pick(ending);
  const code = [...behind, isEndless ? `{ ${work} }` : work].join("\n").replaceAll("TOKEN", token);
  return { code, isEndless };
}
