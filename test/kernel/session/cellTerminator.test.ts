import assert from "node:assert/strict";
import path from "node:path";
import { packageRoot } from "../../../kernel/files/packageRoot.js";
import { saidBy } from "./saidBy.js";

const modules = (file: string) =>
  JSON.stringify(new URL(`../../../kernel/session/${file}.ts`, import.meta.url).href);

/** Code of the kernel that a cell calls, by the name of its script. */
const kernelScript = path.join(packageRoot, "kernel", "busy.ts");

/** A script of the name of Node's own. */
const nodesScript = "node:busy";

/** What a cell calls: it asks for the cell's end itself, and works until the thread has been paused in it some times. */
const untilPaused = `(seen, worker) => (name, times) => {
  process._rawDebug(name);
  const before = Atomics.load(seen, 1);
  worker.postMessage("end it");
  while (Atomics.load(seen, 1) < before + times);
  process._rawDebug(name + " has finished");
}`;

/**
 * A process whose main thread runs cells that never end, each ended from another thread. It prints what each has
 * reached; what it prints after them shows that it has survived.
 */
const program = `
const vm = await import("node:vm");
const { keepAsyncIdsWhole } = await import(${modules("asyncIds")});
const { siblingWorker } = await import(${modules("moduleUrl")});
const seen = new Int32Array(new SharedArrayBuffer(8));
const worker = siblingWorker(${JSON.stringify(import.meta.url)}, "./endedFromAnotherThread", { workerData: { seen } });
keepAsyncIdsWhole();
globalThis.say = (text) => process._rawDebug(text);
globalThis.begin = (name) => { say(name); worker.postMessage("end it"); };
globalThis.see = () => Atomics.store(seen, 0, 1);
globalThis.pauses = () => Atomics.load(seen, 1);
const calling = (filename) => vm.runInThisContext(${JSON.stringify(untilPaused)}, { filename })(seen, worker);
globalThis.kernels = calling(${JSON.stringify(kernelScript)});
globalThis.nodes = calling(${JSON.stringify(nodesScript)});
const cells = [
  "try { begin('loop'); for (;;); } finally { say('finally has run'); }",
  "kernels('call', 1); say('back in the cell'); for (;;);",
  "nodes('long call', 4); say('back in the cell'); for (;;);",
  "nodes('endless call', Infinity);",
  "begin('library'); for (;;) JSON.stringify([1]);",
  "see(); { const before = pauses(); begin('next cell'); while (pauses() === before); } say('next cell has finished');",
];
const next = () => {
  const cell = cells.shift();
  if (cell === undefined) return say("alive"), process.exit(0);
  vm.runInThisContext(cell, { filename: "Cell [1]" });
};
// In a tick of its own, as the session runs cells: a termination must not meet Node's loop over timers.
worker.once("online", () => setInterval(() => process.nextTick(next), 10));
`;

const ended = [
  "loop",
  "call",
  "call has finished",
  "long call",
  "long call has finished",
  "endless call",
  "library",
];

/** A cell that begins once the stop has been seen is not what the stop was for. */
const untouched = ["next cell", "next cell has finished", "alive"];

describe("a cell that never gives way", function () {
  this.timeout(60_000);

  it("is ended from another thread, its own code at once, what it has called where that returns or when looks find it stuck, but not the next cell", async () => {
    const said = await saidBy(program);
    assert.deepEqual(said, [...ended, ...untouched]);
  });
});
