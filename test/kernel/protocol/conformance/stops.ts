import assert from "node:assert/strict";
import { it } from "mocha";
import type { TestClient } from "./client.js";

/** Cells that do not end by themselves. */
const endless: Readonly<Record<string, string>> = {
  "a loop": "for (;;) {}",
  "a loop after an await": "await null; for (;;) {}",
  "a loop after a timer": "await new Promise((next) => setTimeout(next, 5)); for (;;) {}",
  "an async loop": "for (;;) await new Promise((next) => setTimeout(next, 5))",
  "a loop of microtasks": "for (;;) await null",
  "a loop in a timer": "setTimeout(() => { for (;;) {} }, 1); await new Promise(() => {})",
  "timers that go on": "setInterval(() => turns++, 5); await new Promise(() => {})",
  "a promise that never settles": "await new Promise(() => {})",
  "a child process":
    "const { spawn } = await import('node:child_process'); const child = spawn('sleep', ['600']); await new Promise((end) => child.on('exit', end))",
  "a regular expression that is stuck": "/^(a+)+$/.test('a'.repeat(40) + 'b')",
  "printing without end": "for (;;) console.log('x'.repeat(1000))",
};

/** How often each is stopped; AEN_STOP_ROUNDS=50 for the long proof. */
const rounds = Number(process.env.AEN_STOP_ROUNDS ?? 3);

/** A stop ends whatever runs, leaves nothing behind, and keeps every variable. */
export function stops(client: () => TestClient): void {
  for (const [name, code] of Object.entries(endless))
    it(`ends ${name}, ${rounds} times, and keeps what is there`, async () => {
      for (let round = 0; round < rounds; round++) {
        await client().value(`let kept = ${round}; let turns = 0; kept`);
        const id = await client().begin(`let reached = ${round}; ${code}`);
        await pause(30 + 40 * Math.random());
        client().wire.interrupt();
        const { reply } = await client().answer(id);
        assert.deepEqual([reply.status, reply.ename], ["error", "Interrupted"]);
        assert.equal(await client().value("[kept, reached]"), `[ ${round}, ${round} ]`);
        await assertQuiet(client());
      }
    });

  it("tells a cell by its signal", async () => {
    const id = await client().begin(
      "await new Promise<void>((end) => signal.addEventListener('abort', () => end())); ",
    );
    client().wire.interrupt();
    assert.equal((await client().answer(id)).reply.ename, "Interrupted");
    assert.equal(await client().value("signal.aborted"), "false");
  });

  it("ends, between cells, what earlier cells left running", async () => {
    await client().value("let ticks = 0; setInterval(() => ticks++, 5); ticks");
    client().wire.interrupt();
    await pause(200);
    await assertQuiet(client(), "ticks");
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

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
