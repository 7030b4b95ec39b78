import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { it } from "mocha";
import type { JupyterMessage } from "../../../../kernel/protocol/messages.js";
import type { TestClient } from "./client.js";
import { webgpuDriver } from "./webgpu.js";

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

const training = (device: string, size: number) => `
const clips = await aen.clips.synthetic({ perEmotion: 4, identities: 2, frames: 4, size: ${size}, seed: 1 });
console.log("training");
const training = aen.train(aen.model("tiny"), clips, { epochs: 100000, batch: 7, device: "${device}", record: false, pretraining: { epochs: 1 } });
await training;`;

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

  it("ends, between cells, a training that nobody waits for", async () => {
    const id = client().send("execute_request", {
      code: training("cpu", 32).replace("\nawait training;", ""),
    });
    assert.equal((await client().answer(id)).reply.status, "ok");
    assert.equal(await client().value("training.run.state"), "'running'");
    client().wire.interrupt();
    await client().until(
      (message) => message.parent_header.msg_id === id && boardState(message) === "stopped",
    );
    assert.equal(await client().value("(await training).state"), "'stopped'");
  });

  for (const [device, size] of [
    ["cpu", 32],
    ["webgpu", 32],
  ] as const)
    it(`ends a training on ${device}, and the next one runs`, async function () {
      if (device === "webgpu" && !existsSync(webgpuDriver)) {
        console.log(`      skipped: Debian's chromium brings the driver ${webgpuDriver}`);
        this.skip();
      }
      const id = await client().begin(training(device, size));
      await client().until(
        ({ parent_header: parent, header }) => parent.msg_id === id && header.msg_type === "display_data",
      );
      await pause(500);
      client().wire.interrupt();
      const { reply } = await client().answer(id);
      assert.deepEqual([reply.status, reply.ename], ["error", "Interrupted"], String(reply.evalue));
      assert.equal(await client().value("clips.length > 0"), "true");
      await client().until(
        (message) => message.parent_header.msg_id === id && boardState(message) === "stopped",
      );
      assert.equal(await client().value("training.run.state"), "'stopped'");
      const after = await client().run(training(device, size).replace("100000", "1"));
      assert.equal(after.reply.status, "ok", JSON.stringify(after.reply));
    });
}

function boardState({ content }: JupyterMessage): string | undefined {
  const data = content.data as Record<string, { state?: string }> | undefined;
  return data?.["application/vnd.aen.training-board.v1+json"]?.state;
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

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
