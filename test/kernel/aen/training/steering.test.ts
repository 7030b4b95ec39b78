import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import * as aen from "../../../../kernel/aen/index.js";
import type { TrainingEvent } from "../../../../kernel/contracts/runs/trainingEvents.js";
import { trainingBoardOf } from "../../../../kernel/figures/trainingBoard/boardOfRun.js";
import { patternClips, smallestModel } from "./patternClips.js";

describe("a training that is steered", () => {
  const clips = patternClips(4);
  const start = (options: aen.TrainOptions = {}) => {
    const settings = { record: false, device: "cpu", batch: 7, epochs: 6, pretraining: false } as const;
    return aen.train(aen.model(smallestModel), clips, { ...settings, ...options });
  };
  const steps = (events: readonly TrainingEvent[]) => events.filter(({ type }) => type === "step").length;

  /** Calls back when a step has been taken; resolves when the callback has been called. */
  const atStep = (training: aen.RunInProgress, number: number, act: () => void) =>
    new Promise<void>((resolve) => {
      training.run.onEvent(({ type }) => {
        if (type !== "step" || steps(training.run.events) !== number) return;
        act();
        resolve();
      });
    });

  /** Resolves when a training that is asked to pause is held. */
  const held = (training: aen.RunInProgress) =>
    new Promise<void>((resolve) => training.run.onEvent(({ type }) => type === "paused" && resolve()));

  it("waits before its next step when paused, and runs to its end when resumed", async () => {
    const training = start();
    await Promise.all([held(training), atStep(training, 2, () => training.pause())]);
    await start({ epochs: 1 }); // another takes its steps meanwhile
    assert.equal(steps(training.run.events), 2);
    assert.equal(training.run.events.at(-1)?.type, "paused");
    assert.equal(training.run.state, "paused");
    training.resume();
    const run = await training;
    assert.equal(run.state, "finished");
    assert.equal(steps(run.events), 24);
    assert.equal(run.events.filter(({ type }) => type === "resumed").length, 1);
  });

  it("gives the same weights whether it was paused or not", async () => {
    const training = start();
    await Promise.all([held(training), atStep(training, 5, () => training.pause())]);
    training.resume();
    const [paused, whole] = [await training, await start()];
    assert.deepEqual(paused.model.weights(), whole.model.weights());
  });

  it("ends after its present step when stopped, also while paused", async () => {
    const stopped = start();
    await atStep(stopped, 3, () => stopped.stop());
    assert.equal((await stopped).state, "stopped");
    assert.equal(steps(stopped.run.events), 3);
    const paused = start();
    await Promise.all([held(paused), atStep(paused, 3, () => paused.pause())]);
    paused.stop();
    assert.equal((await paused).state, "stopped");
    assert.equal(steps(paused.run.events), 3);
  });

  it("keeps its state when stopped, so that it can resume from that step", async () => {
    const record = mkdtempSync(path.join(tmpdir(), "aen-stopped-"));
    const training = start({ record });
    await atStep(training, 3, () => training.stop());
    const stopped = await training;
    assert.deepEqual(
      stopped.events.slice(-2).map(({ type }) => type),
      ["checkpoint", "end"],
    );
    const resumed = await aen.resume(stopped.id, clips, { record });
    assert.equal(resumed.state, "finished");
    assert.equal(steps(resumed.events), 24);
    assert.deepEqual(resumed.model.weights(), (await start()).model.weights());
    rmSync(record, { recursive: true });
  });

  it("ends after its present step when its signal is aborted, and rejects", async () => {
    const controller = new AbortController();
    const training = start({ signal: controller.signal });
    void atStep(training, 3, () => controller.abort());
    await assert.rejects(training.finished, { name: "AbortError" });
    assert.equal(steps(training.run.events), 3);
    assert.equal(training.run.state, "stopped");
  });

  it("tells what the device auto became, once per phase and on its board", async () => {
    const training = start({ device: "auto", epochs: 1, pretraining: { epochs: 1 } });
    assert.equal(trainingBoardOf(training.run).device, undefined);
    const { events } = await training;
    const told = events.flatMap((event) => (event.type === "device" ? [event] : []));
    assert.deepEqual(
      told.map(({ phase }) => phase),
      ["pretraining", "training"],
    );
    const usable = (await aen.devices()).filter((each) => each.usable).map(({ device }) => String(device));
    for (const { device } of told) assert.ok(usable.includes(device), device);
    assert.equal(trainingBoardOf(training.run).device, told[1].device);
  });
});
