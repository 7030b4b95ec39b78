import assert from "node:assert/strict";
import { it } from "mocha";
import { isOf, printed, type TestClient } from "./client.js";
import { randomMoment, until } from "../../../until.js";

/** Cells that do not end by themselves. */
const endless: Readonly<Record<string, string>> = {
  "a loop": "for (;;) {}",
  "a loop after an await": "await null; for (;;) {}",
  "a loop after a timer": "await new Promise((next) => setTimeout(next, 5)); for (;;) {}",
  "an async loop": "for (;;) await new Promise((next) => setTimeout(next, 5))",
  "a loop of microtasks": "for (;;) await null",
  "a storm of microtasks without an await":
    "const again = () => queueMicrotask(again); again(); await new Promise(() => {})",
  "a loop in a timer": "setTimeout(() => { for (;;) {} }, 1); await new Promise(() => {})",
  "a loop in one of several immediates": `
    setImmediate(() => {}); setImmediate(() => { for (;;) {} }); setImmediate(() => turns++); await new Promise(() => {})`,
  "a loop in a timer whose code has no address":
    "setTimeout(new Function('for (;;) {}') as () => void, 1); await new Promise(() => {})",
  "a loop that the stop has been waiting for":
    "require('node:child_process').execSync('sleep 0.6'); for (;;) {}",
  "a loop of calls into tfjs": "const one = tf.scalar(1); for (;;) tf.tidy(() => one.add(one).dataSync())",
  "a loop of calls into AEN": "for (;;) aen.lossTerm('a', () => tf.scalar(1))",
  "a package of the user that loops": `
    const { mkdirSync, writeFileSync } = await import("node:fs");
    mkdirSync("node_modules/endless", { recursive: true });
    writeFileSync("node_modules/endless/package.json", '{ "name": "endless", "main": "main.js" }');
    writeFileSync("node_modules/endless/main.js", "exports.loop = async () => { await null; for (;;) {} }");
    require("endless").loop(); await new Promise(() => {})`,
  "timers that go on": "setInterval(() => turns++, 5); await new Promise(() => {})",
  "a storm of ticks": "const tick = () => process.nextTick(tick); tick(); await new Promise(() => {})",
  "a loop among immediates that it has cleared": `
    const later: NodeJS.Immediate[] = [];
    for (let i = 0; i < 9; i++) later.push(setImmediate(() => { later.forEach(clearImmediate); for (;;) {} }));
    await new Promise(() => {})`,
  "a loop in a listener of the stop":
    "signal.addEventListener('abort', () => { for (;;) {} }); await new Promise(() => {})",
  "a wait for shared memory": "Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 600_000)",
  "short waits for shared memory": "for (;;) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 7)",
  "a program awaited in one call, and what that has started":
    "require('node:child_process').execSync('sleep 600; sleep 600')",
  "a thread that loops": `
    const { Worker } = require("node:worker_threads") as typeof import("node:worker_threads");
    await new Promise((end) => new Worker("for (;;) {}", { eval: true }).on("exit", end))`,
  "a value with a `then` that never calls back": "({ then() {} })",
  "a promise that never settles": "await new Promise(() => {})",
  "a child process":
    "const { spawn } = await import('node:child_process'); const child = spawn('sleep', ['600']); await new Promise((end) => child.on('exit', end))",
  "a regular expression that is stuck": "/^(a+)+$/.test('a'.repeat(40) + 'b')",
  "printing without end": "for (;;) console.log('x'.repeat(1000))",
};

/** How often each is stopped; AEN_STOP_ROUNDS=50 for the long proof. */
const rounds = Number(process.env.AEN_STOP_ROUNDS ?? 1);

/** A stop ends whatever runs, leaves nothing behind, and keeps every variable. */
export function stops(client: () => TestClient): void {
  for (const [name, code] of Object.entries(endless))
    it(`ends ${name}, ${rounds} times, and keeps what is there`, async () => {
      for (let round = 0; round < rounds; round++) {
        await client().value(`let kept = ${round}; let turns = 0; kept`);
        const id = await client().begin(`let reached = ${round}; ${code}`);
        await randomMoment(30, 70);
        client().wire.interrupt();
        const { reply } = await client().answer(id);
        assert.deepEqual([reply.status, reply.ename], ["error", "Interrupted"]);
        assert.equal(await client().value("[kept, reached]"), `[ ${round}, ${round} ]`);
        await assertQuiet(client());
      }
    });

  it("ends the threads and programs that the cell has started", async () => {
    const id = await client().begin(`
      const { Worker } = require("node:worker_threads") as typeof import("node:worker_threads");
      const { spawn } = require("node:child_process") as typeof import("node:child_process");
      const thread = new Worker("for (;;) {}", { eval: true });
      const program = spawn("sleep", ["600"]);
      for (;;) await new Promise((next) => setTimeout(next, 5));`);
    client().wire.interrupt();
    assert.equal((await client().answer(id)).reply.ename, "Interrupted");
    await until("both have ended", async () => {
      return (await client().value("[thread.threadId, program.signalCode]")) === "[ -1, 'SIGTERM' ]";
    });
  });

  it("aborts the cell's signal", async () => {
    const id = await client().begin(
      "await new Promise<void>((end) => signal.addEventListener('abort', () => end())); ",
    );
    client().wire.interrupt();
    assert.equal((await client().answer(id)).reply.ename, "Interrupted");
    assert.equal(await client().value("signal.aborted"), "false");
  });

  it("ends, between cells, a loop in a timer of an earlier cell", async () => {
    const id = client().send("execute_request", {
      code: "let kept = 'kept'; setTimeout(() => { console.log('looping'); for (;;) {} }, 20); kept",
    });
    await client().until((message) => isOf(message, id) && printed(message).includes("looping"));
    client().wire.interrupt();
    assert.equal(await client().value("kept"), "'kept'");
  });

  it("ends a loop in a callback that came after its cell was stopped", async () => {
    const id = await client().begin(`
      const { gzip } = require("node:zlib") as typeof import("node:zlib");
      let still = "there";
      gzip(Buffer.alloc(3e8), () => { console.log("late"); for (;;) {} });
      await new Promise(() => {});`);
    client().wire.interrupt();
    assert.equal((await client().answer(id)).reply.ename, "Interrupted");
    await client().until((message) => isOf(message, id) && printed(message).includes("late"));
    client().wire.interrupt();
    assert.equal(await client().value("still"), "'there'");
  });

  it("ends such a loop by itself when it keeps later cells from running, and those go on", async () => {
    const id = await client().begin(`
      const { readFile, writeFile } = require("node:fs") as typeof import("node:fs");
      require("node:child_process").execSync("rm -f late && mkfifo late");
      readFile("late", () => { console.log("late"); for (;;) {} });
      await new Promise(() => {});`);
    client().wire.interrupt();
    assert.equal((await client().answer(id)).reply.ename, "Interrupted");
    const next = client().run(
      "writeFile('late', 'x', () => {}); await new Promise((end) => setTimeout(end, 300)); 'on'",
    );
    await client().until((message) => isOf(message, id) && printed(message).includes("late"));
    assert.equal((await next).result, "'on'");
  });

  it("leaves alone what other cells compute for long", async () => {
    const code = "const end = Date.now() + 2500; while (Date.now() < end); 'computed'";
    assert.equal(await client().value(code), "'computed'");
  });

  it("ends, between cells, what earlier cells left running", async () => {
    await client().value("let ticks = 0; setInterval(() => ticks++, 5); ticks");
    client().wire.interrupt();
    await untilQuiet(client(), "ticks");
  });
}

/** Nothing of a stopped cell goes on. */
async function assertQuiet(client: TestClient, counter = "turns"): Promise<void> {
  assert.equal(
    await client.value(
      `{ const before = ${counter}; await new Promise((next) => setTimeout(next, 30)); }; ${counter}`,
    ),
    await client.value(counter),
  );
}

/** An interrupt between cells has no reply: its end shows in what no longer goes on. */
async function untilQuiet(client: TestClient, counter: string): Promise<void> {
  let before: string | undefined;
  await until(`${counter} stays`, async () => {
    const now = await client.value(
      `{ await new Promise((next) => setTimeout(next, 30)); }; String(${counter})`,
    );
    const same = now === before;
    before = now;
    return same;
  });
}
