import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import path from "node:path";
import { it } from "mocha";
import { readNewestCheckpoint } from "../../../../kernel/aen/training/record/checkpoint.js";
import { readEvents } from "../../../../kernel/aen/training/record/readRecord.js";
import { until } from "../../../until.js";
import { isOf, printed, type TestClient } from "./client.js";
import { assertInterrupted, clips } from "./stopsOfWork.js";

/**
 * Makes `fsync` take 1.5 s, many times what an interrupt waits before it looks at the stack. A bound native function
 * has no frame of its own there: the innermost is the kernel's, as with a disk that is slow.
 */
const slowDisk = `
const fs = require("node:fs") as typeof import("node:fs");
const { syncBuiltinESMExports } = require("node:module") as typeof import("node:module");
const { fsyncSync } = fs;
const wait = Atomics.wait as (...given: unknown[]) => unknown;
fs.fsyncSync = wait.bind(null, new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1500) as never;
syncBuiltinESMExports();`;
const quickDisk = "fs.fsyncSync = fsyncSync; syncBuiltinESMExports();";

/** A stop leaves the record of a run as whole as one that ended by itself. */
export function stopsOfRecords(client: () => TestClient): void {
  it("ends a training in the midst of a checkpoint, and the checkpoint is whole", async function () {
    this.timeout(120_000);
    const folder = await begun(
      client(),
      `${slowDisk}
       const training = aen.train(aen.model("tiny"), data, { epochs: 100_000, batch: 14, pretraining: { epochs: 1 }, record: place });
       await training;`,
    );
    const isWriting = (file: string) => /checkpoints.*\.partial$/.test(file);
    await until("a checkpoint is being written", () => filesIn(folder.place).some(isWriting), { everyMs: 5 });
    await assertInterrupted(client(), folder.id);
    assert.equal(await client().value(`${quickDisk} (await training).state`), "'stopped'");
    assertWhole(folder.place);
  });

  it("ends a training in a loss term that does not return, and the next one learns", async function () {
    this.timeout(120_000);
    const folder = await begun(
      client(),
      `let isLoop = true;
       const term = aen.lossTerm("loop", ({ clipLogits }) => {
         if (isLoop) console.log("in the term");
         while (isLoop);
         return tf.mean(tf.square(clipLogits));
       });
       const options = { epochs: 1, batch: 14, loss: [term], pretraining: { epochs: 1 }, record: place };
       const looping = aen.train(aen.model("tiny"), data, options);
       await looping;`,
    );
    await client().until((message) => isOf(message, folder.id) && printed(message).includes("in the term"));
    await assertInterrupted(client(), folder.id);
    assert.equal(await client().value("(await looping).state"), "'stopped'");
    assertWhole(folder.place);
    const next =
      "isLoop = false; (await aen.train(aen.model('tiny'), data, { ...options, record: false })).state";
    assert.equal(await client().value(next), "'finished'");
  });
}

/** Runs a cell up to its word `begun`; it keeps its records in a folder of its own. */
async function begun(client: TestClient, code: string): Promise<{ id: string; place: string }> {
  const before = `
const data = ${clips};
const place = require("node:fs").mkdtempSync(require("node:path").resolve("records-")) as string; place`;
  const place = (await client.value(before))!.slice(1, -1);
  return { id: await client.begin(code), place };
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => path.join(folder, name));
}

function assertWhole(place: string): void {
  assert.deepEqual(
    filesIn(place).filter((file) => file.endsWith(".partial")),
    [],
  );
  const [run] = readdirSync(place).map((name) => path.join(place, name));
  const checkpoint = readNewestCheckpoint(path.join(run, "checkpoints"), (message) => assert.fail(message));
  assert.ok(checkpoint, "there is a checkpoint");
  const last = readEvents(run, (message) => assert.fail(message)).at(-1)!;
  assert.deepEqual(last.type === "end" && last.state, "stopped");
}
