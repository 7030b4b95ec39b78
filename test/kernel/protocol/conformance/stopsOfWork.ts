import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { it } from "mocha";
import type { JupyterMessage } from "../../../../kernel/contracts/jupyterMessages.js";
import { type TestClient, isOf } from "./client.js";
import { randomMoment, until } from "../../../until.js";
import { webgpuDriver } from "./webgpu.js";

/** How often each is stopped; AEN_STOP_ROUNDS=50 for the long proof. */
const rounds = Number(process.env.AEN_STOP_ROUNDS ?? 1);

export const clips =
  "await aen.clips.synthetic({ perEmotion: 4, identities: 2, frames: 4, size: 32, seed: 1 })";

const training = (device: string, epochs = 100_000) => `
const clips = ${clips};
const training = aen.train(aen.model("tiny"), clips, { epochs: ${epochs}, batch: 7, device: "${device}", record: false, pretraining: { epochs: 1 } });
await training;`;

/** Work of AEN's own that does not end by itself within a test. */
interface Work {
  /** A cell that runs once, before. */
  readonly before: string;
  /** The cell that is stopped. */
  readonly code: string;
  /** An expression that is true while anything of it goes on. */
  readonly goesOn: string;
}

const trained = `
const seen = ${clips};
const run = await aen.train(aen.model("tiny"), seen, { epochs: 1, batch: 14, record: false, pretraining: { epochs: 1 } });`;

const works: Readonly<Record<string, Work>> = {
  "an ablation": {
    before: `const data = (${clips}).split({ by: "identity", test: 0.5, seed: 1 }); let handle;`,
    code: `handle = aen.ablate({ model: "tiny", training: { epochs: 100_000, pretraining: { epochs: 1 } } },
      { data, arms: aen.arms.withoutEach("energy"), seeds: 1, record: false }); await handle;`,
    goesOn: "(await handle).state !== 'stopped'",
  },
  "the import of a video": {
    before: `
const { execFileSync, spawnSync } = await import("node:child_process");
const { readdirSync, mkdtempSync, rmSync } = await import("node:fs");
const folder = mkdtempSync("import-");
execFileSync("ffmpeg", ["-v", "error", "-f", "lavfi", "-i", "testsrc2=size=640x360:rate=25", "-t", "120", "-c:v", "mpeg4", folder + "/long.avi"]);`,
    code: `await aen.clips.importVideos(folder + "/long.avi", { to: folder + "/frames" });`,
    goesOn: `readdirSync(folder + "/frames").length > 0 || spawnSync("pgrep", ["-P", String(process.pid), "ffmpeg"]).status === 0`,
  },
  "the sliders of a what-if": {
    before: `${trained} const sliders = await aen.whatIf(run, seen, { epochs: 2000 });`,
    code: `await sliders.at({ "energy of emotion": Math.random() });`,
    goesOn: "sliders.points.length > 1",
  },
  "evaluations one after the other": {
    before: `${trained} let evaluations = 0;`,
    code: "for (;;) { await run.evaluate(seen); evaluations++; }",
    goesOn:
      "await (async () => { const before = evaluations; await new Promise((next) => setTimeout(next, 300)); return evaluations > before; })()",
  },
};

/** A stop ends AEN's own long work in order, and the same can be begun again. */
export function stopsOfWork(client: () => TestClient): void {
  for (const [name, { before, code, goesOn }] of Object.entries(works))
    it(`ends ${name}, and nothing of it keeps running`, async function () {
      this.timeout(60_000 + rounds * 5_000);
      assert.equal((await client().run(before)).reply.status, "ok");
      for (let round = 0; round < rounds; round++) {
        const id = await client().begin(`let kept = ${round}; ${code}`);
        await randomMoment(100, 1000);
        await assertInterrupted(client(), id);
        assert.equal(await client().value("kept"), String(round));
        await untilEnded(client(), goesOn);
      }
    });

  it("ends, between cells, a training that nobody waits for", async function () {
    this.timeout(60_000 + rounds * 10_000);
    for (let round = 0; round < rounds; round++) {
      const id = client().send("execute_request", { code: training("cpu").replace("\nawait training;", "") });
      assert.equal((await client().answer(id)).reply.status, "ok");
      assert.equal(await client().value("training.run.state"), "'running'");
      client().wire.interrupt();
      await client().until((message) => isOf(message, id) && boardState(message) === "stopped");
      assert.equal(await client().value("(await training).state"), "'stopped'");
    }
  });

  for (const device of ["cpu", "webgpu"])
    it(`ends a training on ${device}, and the next one runs`, async function () {
      this.timeout(60_000 + rounds * 60_000);
      if (device === "webgpu" && !existsSync(webgpuDriver)) {
        console.log(`      skipped: Debian's chromium brings the driver ${webgpuDriver}`);
        this.skip();
      }
      for (let round = 0; round < rounds; round++) {
        const id = await client().begin(training(device));
        await client().until((message) => isOf(message, id) && message.header.msg_type === "display_data");
        await randomMoment(0, 1000);
        await assertInterrupted(client(), id);
        assert.equal(await client().value("clips.length > 0"), "true");
        await client().until((message) => isOf(message, id) && boardState(message) === "stopped");
        assert.equal(await client().value("training.run.state"), "'stopped'");
      }
      const after = await client().run(training(device, 1));
      assert.equal(after.reply.status, "ok", JSON.stringify(after.reply));
    });
}

/** Work ends in order, after the cell that began it: a program it had started is gone, its folder cleared away. */
async function untilEnded(client: TestClient, goesOn: string): Promise<void> {
  await until(`it no longer holds that ${goesOn}`, async () => (await client.value(goesOn)) === "false");
}

export async function assertInterrupted(client: TestClient, id: string): Promise<void> {
  client.wire.interrupt();
  const { reply } = await client.answer(id);
  assert.deepEqual([reply.status, reply.ename], ["error", "Interrupted"], String(reply.evalue));
}

function boardState({ content }: JupyterMessage): string | undefined {
  const data = content.data as Record<string, { state?: string }> | undefined;
  return data?.["application/vnd.aen.training-board.v1+json"]?.state;
}
