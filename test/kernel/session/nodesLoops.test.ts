import assert from "node:assert/strict";
import { saidBy } from "./saidBy.js";

const modules = (file: string) =>
  JSON.stringify(new URL(`../../../kernel/session/${file}.ts`, import.meta.url).href);

/**
 * A process that is terminated, from another thread, inside Node's loop over immediates and timers: in the first of
 * several immediates that clears those behind it, between two immediates, and in an interval. What is said afterwards
 * shows what Node has kept.
 */
const program = `
const vm = await import("node:vm");
const { keepAsyncIdsWhole } = await import(${modules("asyncIds")});
const { siblingWorker } = await import(${modules("moduleUrl")});
const worker = siblingWorker(${JSON.stringify(new URL("./cellTerminator.test.ts", import.meta.url).href)}, "./endedFromAnotherThread", { workerData: {} });
keepAsyncIdsWhole();
process.on("uncaughtException", (error) => { say(error.message); process.exit(1); });
globalThis.say = (text) => process._rawDebug(text);
globalThis.begin = () => worker.postMessage("end it");
const loop = vm.runInThisContext("(before) => { before(); begin(); for (;;); }", { filename: "Cell [1]" });
const endless = (before = () => {}) => loop(before);
const scenes = [
  () => {
    const all = [setImmediate(() => endless(() => clearImmediate(all[1]))), setImmediate(() => say("cleared")), setImmediate(() => say("third"))];
  },
  () => {
    const all = [setImmediate(() => process.nextTick(() => endless(() => clearImmediate(all[1])))), setImmediate(() => say("cleared")), setImmediate(() => say("after a tick"))];
  },
  () => {
    let count = 0;
    const interval = setInterval(() => {
      if (++count === 1) endless();
      say("interval goes on");
      clearInterval(interval);
    }, 1);
  },
  () => { say("alive"); process.exit(0); },
];
worker.once("online", () => setInterval(() => process.nextTick(() => scenes.shift()?.()), 700));
`;

describe("Node's loops over immediates and timers", function () {
  this.timeout(60_000);

  it("go on where a termination has hit them, past what has been cleared", async () => {
    const said = await saidBy(program);
    assert.deepEqual(said, ["third", "after a tick", "interval goes on", "alive"]);
  });
});
