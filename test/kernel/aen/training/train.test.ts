import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import * as tf from "@tensorflow/tfjs-core";
import * as aen from "../../../../kernel/aen/index.js";
import { decodeSafetensors } from "../../../../kernel/aen/model/safetensors.js";
import type { TrainingEvent } from "../../../../kernel/contracts/runs/trainingEvents.js";
import { temporaryFolder } from "../../../temporaryFolder.js";
import { patternClips, smallestModel } from "./patternClips.js";

describe("a training", () => {
  const clips = patternClips(2);
  const model = aen.model(smallestModel);
  const settings = { device: "cpu", batch: 7, epochs: 1, pretraining: { epochs: 1 }, record: false } as const;
  const start = (options: aen.TrainOptions = {}) => aen.train(model, clips, { ...settings, ...options });
  const types = (events: readonly TrainingEvent[]) => events.map(({ type }) => type);
  const phases = ({ events }: aen.Run) =>
    events.flatMap((event) => (event.type === "phase" ? [event.phase] : []));
  after(() => model.dispose());

  it("leaves the model unchanged, so that the same call gives the same weights; another seed gives others", async () => {
    const before = model.weights();
    const [one, again] = [await start({ seed: 4 }), await start({ seed: 4 })];
    const other = await start({ seed: 5, epochs: 0 });
    assert.deepEqual(model.weights(), before);
    assert.equal(model.frozenVariables, null);
    assert.deepEqual(again.model.weights(), one.model.weights());
    const frozen = (run: aen.Run) => [...run.model.weights()].filter(([name]) => name.startsWith("frozen."));
    assert.notDeepEqual(frozen(other), frozen(one));
    assert.notDeepEqual(one.model.weights().get("head.clip.weight"), before.get("head.clip.weight"));
    assert.deepEqual(phases(one), ["pretraining", "training"]);
  });

  it("pretrains only a model without a frozen frame model, and freezes the branch as it is without pretraining", async () => {
    const without = await start({ pretraining: false, epochs: 0 });
    const weights = without.model.weights();
    assert.deepEqual(weights.get("frozen.head.frame.weight"), model.weights().get("head.frame.weight"));
    const second = await aen.train(without.model, clips, { ...settings, epochs: 0 });
    assert.deepEqual([phases(without), phases(second)], [["training"], ["training"]]);
  });

  it("gives the same numbers whether constant pseudo labels are kept or computed in every step", async () => {
    const constant = { augment: false, pretraining: false, schedule: { kind: "constant" } } as const;
    // in one epoch, half of the clips' frames are used: computing those is less work; in two it is not
    const [[computed], [kept]] = [
      (await start(constant)).epochs,
      (await start({ ...constant, epochs: 2 })).epochs,
    ];
    assert.ok(Math.abs(kept.loss - computed.loss) < 1e-4, `${kept.loss} ${computed.loss}`);
  });

  it("reports its start with terms and device, and its failure with the reason, which also rejects", async () => {
    const broken = aen.lossTerm("broken", ({ frameLogits }) => tf.mul(tf.mean(frameLogits), Infinity), {
      weight: 2,
    });
    const training = start({ loss: [broken], pretraining: false });
    await assert.rejects(training.finished, { name: "DivergedError" });
    const [begun] = training.run.events;
    assert.deepEqual(
      [begun.type === "start" && begun.terms, begun.type === "start" && begun.device],
      [[{ name: "broken", weight: 2 }], "cpu"],
    );
    const end = training.run.events.at(-1);
    assert.ok(end?.type === "end" && end.state === "failed" && /"broken"\) is not finite/.test(end.message!));
  });

  const validate = patternClips(1, "held out");

  it("ends early after the given number of epochs without improvement, but not before the minimum", async () => {
    // at this rate nothing of a frozen network changes, so that no epoch is better than the first
    const still = {
      validate,
      bottomUp: "frozen",
      learningRate: 1e-12,
      epochs: 30,
      pretraining: false,
    } as const;
    for (const [earlyStopping, epochs] of [
      [{ patience: 3 }, 4],
      [{ patience: 1, least: 3 }, 3],
    ] as const) {
      const run = await start({ ...still, earlyStopping });
      assert.deepEqual([run.state, run.bestEpoch, run.epochs.length], ["stopped early", 1, epochs]);
    }
  });

  it("ends with the weights of the best epoch if those are to be kept, which give its scores", async () => {
    const kept = { validate, keep: "best", record: temporary(), pretraining: false } as const;
    const run = await start({ ...kept, epochs: 6, learningRate: 0.02 });
    const best = decodeSafetensors(readFileSync(path.join(run.folder!, "checkpoints", "best.safetensors")));
    assert.deepEqual(run.model.weights(), best.weights);
    const { uar, war } = await run.evaluate(validate);
    assert.deepEqual(
      [uar, war],
      [run.epochs[run.bestEpoch! - 1].validation!.uar, run.epochs[run.bestEpoch! - 1].validation!.war],
    );
  });

  it("keeps a record of its events, only if one is wanted", async () => {
    const record = temporary();
    const run = await start({ record, checkpointSeconds: 0 });
    assert.deepEqual(readdirSync(record), [run.id]);
    const lines = readFileSync(path.join(run.folder!, "events.jsonl"), "utf8").trim().split("\n");
    assert.deepEqual(
      lines.map((line) => (JSON.parse(line) as TrainingEvent).type),
      types(run.events),
    );
    // a step of the pretraining and two of the training, each with a checkpoint, and one at the end of each epoch
    assert.equal(types(run.events).filter((type) => type === "checkpoint").length, 1 + 1 + 2 + 1);
    await run.evaluate(clips);
    assert.ok(existsSync(path.join(run.folder!, "predictions.jsonl")));
    assert.equal((await start({ epochs: 0, pretraining: false })).folder, null);
  });

  it("rejects at once clips with other emotions, for training or validation", () => {
    const others = new aen.ClipSet([], new aen.LabelSet(["a", "b"], { one: ["a", "b"] }));
    assert.throws(() => aen.train(model, others, settings), /the clips are labelled a, b/);
    assert.throws(() => start({ validate: others }), /the clips are labelled a, b/);
    const unlabelled = new aen.ClipSet(
      clips.clips.map((clip) => ({ ...clip, label: null })),
      clips.labels,
    );
    assert.throws(
      () => aen.train(model, unlabelled, settings),
      /needs labelled clips, and none of these has a label/,
    );
  });

  const folder = temporaryFolder();
  let records = 0;
  function temporary(): string {
    return path.join(folder, String(records++));
  }
});
