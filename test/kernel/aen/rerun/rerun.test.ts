import assert from "node:assert/strict";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import * as tf from "@tensorflow/tfjs";
import fc from "fast-check";
import sharp from "sharp";
import * as aen from "../../../../kernel/aen/index.js";
import { rerun } from "../../../../kernel/aen/rerun/rerun.js";
import { readEvents } from "../../../../kernel/aen/training/record/readRecord.js";
import type { RunDescription } from "../../../../kernel/aen/training/record/runDescription.js";
import { temporaryFolder } from "../../../temporaryFolder.js";
import { arbitraryLoss, ownTerm } from "../losses/arbitraryLoss.js";
import { smallestModel } from "../training/patternClips.js";

const known = { tf, aen };

describe("a run that is repeated from its record alone", function () {
  this.timeout(120_000);
  const record = temporaryFolder();
  const settings = { batch: 7, device: "cpu", epochs: 2, record, seed: 4 } as const;
  let clips: aen.ClipSet;
  before(async () => {
    clips = await aen.clips.synthetic({ perEmotion: 4, frames: 2, size: 16, seed: 3 });
  });
  const train = (options: aen.TrainOptions = {}, model = aen.model(smallestModel, { seed: 6 })) =>
    aen.train(model, clips, { ...settings, pretraining: { epochs: 1, batch: 14 }, ...options });

  it("has its numbers, to the last bit, whatever its loss", async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryLoss, async ({ loss }) => {
        const run = await train({ loss });
        const again = await rerun(run.folder!, { known });
        assert.deepEqual(
          { ...again, run: null },
          { run: null, difference: null, compared: 3, weights: true, uncompared: [] },
        );
        assert.deepEqual(again.run.model.weights(), run.model.weights());
        for (const each of [run, again.run]) {
          await each.dispose();
          rmSync(each.folder!, { recursive: true });
        }
      }),
      { numRuns: 3 },
    );
  });

  it("has its clips, also those held out, its stills, and the weights that it was given", async () => {
    const stills = aen.clips.stills(clips);
    const first = await train({
      validate: 0.25,
      pretraining: { epochs: 1, batch: 14, stills },
      keep: "best",
    });
    const second = await train({ optimizer: { kind: "sgd" }, threads: 1, epochs: 1 }, first.model);
    for (const run of [first, second]) {
      const seen: string[] = [];
      const again = await rerun(run.folder!, {
        known,
        onEpoch: ({ phase, epoch }, difference) => seen.push(`${phase} ${epoch} ${String(difference)}`),
      });
      assert.equal(again.difference, null);
      assert.equal(again.weights, true);
      assert.equal(again.run.plan.threads, run.plan.threads);
      assert.deepEqual(
        seen,
        run.epochs.map(({ phase, epoch }) => `${phase} ${epoch} null`),
      );
    }
    assert.deepEqual(
      [first, second].map(({ epochs }) => epochs.length),
      [3, 1],
    );
  });

  it("tells the first number that is another", async () => {
    const run = await train();
    const file = path.join(run.folder!, "events.jsonl");
    const last = run.epochs.at(-1)!.loss;
    writeFileSync(file, readFileSync(file, "utf8").replaceAll(`"loss":${last}`, `"loss":${last + 1}`));
    const { difference } = await rerun(run.folder!, { known });
    assert.equal(difference, `in epoch 2 of training, the loss is ${last}, it was ${last + 1}`);
  });

  it("tells that the content of pictures was not compared, if its numbers are others", async () => {
    const folder = path.join(record, "pictures");
    const paint = async (background: string) => {
      const picture = sharp({ create: { width: 16, height: 16, channels: 3, background } });
      for (const name of ["a", "b"]) {
        mkdirSync(path.join(folder, name), { recursive: true });
        for (const frame of [1, 2]) await picture.clone().toFile(path.join(folder, name, `${frame}.png`));
      }
    };
    await paint("red");
    writeFileSync(path.join(folder, "list.txt"), "a 2 0\nb 2 1\n");
    const listed = await aen.clips.fromList(path.join(folder, "list.txt"), { atLeast: 1 });
    const model = aen.model(smallestModel, { labels: listed.labels });
    const run = await aen.train(model, listed, { ...settings, epochs: 1, pretraining: false });
    const repeated = async () => {
      const warnings: string[] = [];
      const { difference } = await rerun(run.folder!, { known, onWarning: (told) => warnings.push(told) });
      return { difference, warnings: warnings.join() };
    };
    assert.deepEqual(await repeated(), { difference: null, warnings: "" });
    await paint("blue");
    const { difference, warnings } = await repeated();
    assert.match(difference!, /in epoch 1 of training/);
    assert.match(warnings, /^Pictures and videos were compared by name, number and at most size/);
  });

  it("goes to its end where the recorded one was stopped, and is compared as far as that went", async () => {
    const training = train();
    training.run.onEvent((event) => {
      if (event.type === "epoch" && event.phase === "training") training.stop();
    });
    const run = await training;
    assert.equal(readEvents(run.folder!).length > 0 && run.epochs.length, 2);
    const { compared, difference, run: again, uncompared } = await rerun(run.folder!, { known });
    assert.deepEqual([compared, difference, again.epochs.length, again.state], [2, null, 3, "finished"]);
    assert.deepEqual(uncompared, [
      "1 of 3 epochs: the recorded run was stopped before them",
      "the weights at the end: the newest checkpoint of the record is of an earlier moment, the recorded run did not get to the end",
    ]);
  });

  it("says what could not be compared, and tells damaged lines", async () => {
    const run = await train({ epochs: 1, pretraining: false });
    const [events, checkpoints] = ["events.jsonl", "checkpoints"].map((name) => path.join(run.folder!, name));
    rmSync(checkpoints, { recursive: true });
    writeFileSync(events, readFileSync(events, "utf8").replace('{"type":"epoch"', '{"type"'));
    const warnings: string[] = [];
    const damaged = await rerun(run.folder!, { known, onWarning: (message) => warnings.push(message) });
    const weights = "the weights at the end: the record cannot give them, it has no checkpoint";
    assert.deepEqual(
      { ...damaged, run: null },
      {
        ...{ run: null, difference: null, compared: 0, weights: false },
        uncompared: ["1 of 1 epoch: lines of events.jsonl are damaged", weights],
      },
    );
    assert.match(warnings.join(), /^.*events\.jsonl, line \d+ is damaged and was skipped\.$/);
  });

  it("is refused with all that its record lacks, before anything is computed", async () => {
    const weights = tf.tensor1d([1]);
    const heavy = aen.lossTerm("heavy", ({ frameLogits }) => tf.mul(tf.mean(frameLogits), tf.sum(weights)));
    const own = new aen.ClipSet(clips.clips, clips.labels);
    const loss = aen.withTerms(aen.lossTerms(), heavy);
    const options = { ...settings, epochs: 0, pretraining: false, loss } as const;
    const run = await aen.train(aen.model(smallestModel), own, options);
    await assert.rejects(
      rerun(run.folder!, { known }),
      new RegExp(
        `^RangeError: The run "${run.id}" cannot be repeated from its record alone:\n` +
          "- the training clips: they were put together in code.*\n" +
          '- the loss term "heavy": "weights", which it uses, is neither plain data nor a function$',
      ),
    );
  });

  it("is refused where the record is of an earlier version, or was changed", async () => {
    const run = await train({ epochs: 0, pretraining: false, loss: [ownTerm(2)] });
    const file = path.join(run.folder!, "run.json");
    const text = readFileSync(file, "utf8");
    writeFileSync(file, text.replaceAll("tf.mean", "tf.max"));
    await assert.rejects(rerun(run.folder!, { known }), /The loss term "mine" does not come out as it was/);
    const { data, model, loss, ...rest } = JSON.parse(text) as RunDescription;
    const { origin: _origin, ...trained } = data.train;
    const { start: _start, ...modelThen } = model;
    const terms = loss.map(({ name, weight, code }) => ({ name, weight, code }));
    const earlier = { ...rest, model: modelThen, loss: terms, data: { ...data, train: trained } };
    writeFileSync(file, JSON.stringify(earlier));
    await assert.rejects(
      rerun(run.folder!, { known }),
      /- the training clips: .*earlier version.*\n- the loss term "mine": .*earlier version.*\n- the start weights: .*earlier/,
    );
  });

  it("is refused where its device was several, or is not here", async () => {
    const run = await train({ epochs: 1 });
    const file = path.join(run.folder!, "events.jsonl");
    const events = readFileSync(file, "utf8");
    const told = '"phase":"training","device":"cpu"';
    writeFileSync(file, events.replace(told, '"phase":"training","device":"coreml"'));
    await assert.rejects(
      rerun(run.folder!, { known }),
      /the device: the run computed on cpu and then on coreml/,
    );
    const elsewhere = process.platform === "darwin" ? "directml" : "coreml";
    writeFileSync(file, events.replaceAll('"device":"cpu"', `"device":"${elsewhere}"`));
    await assert.rejects(
      rerun(run.folder!, { known }),
      new RegExp(`the device: the run computed on ${elsewhere}, but here: .* is available only on`),
    );
  });

  it("is refused for a cross-validation, whose runs it names", async () => {
    const folder = path.join(record, "folds");
    mkdirSync(folder);
    writeFileSync(path.join(folder, "folds.json"), "{}");
    await assert.rejects(
      rerun(folder, { known }),
      /is a cross-validation: `aen rerun folds` repeats its runs/,
    );
  });
});
