import assert from "node:assert/strict";
import path from "node:path";
import * as tf from "@tensorflow/tfjs";
import * as aen from "../../../../kernel/aen/index.js";
import { displayMethod } from "../../../../kernel/contracts/mimeBundle.js";
import { rerun } from "../../../../kernel/aen/rerun/rerun.js";
import { readDescription } from "../../../../kernel/aen/training/record/readRecord.js";
import { temporaryFolder } from "../../../temporaryFolder.js";
import { patternClips, smallestModel } from "./patternClips.js";

const settings = { device: "cpu", batch: 7, learningRate: 0.02, seed: 2 } as const;

describe("a baseline", function () {
  this.timeout(120_000);
  const record = temporaryFolder();
  const [learnt, held] = [patternClips(6), patternClips(3, "held out")];
  let first: aen.Run;
  before(async () => {
    const pretraining = { epochs: 10, learningRate: 0.01 };
    first = await aen.train(aen.model(smallestModel), learnt, {
      ...{ ...settings, record: false, epochs: 0, pretraining },
    });
  });
  const startOf = (clipModel: aen.ClipModelName) => first.pretrainedModel({ clipModel });

  for (const clipModel of aen.baselineNames) {
    const { hasTopDownHeads, learnsFromClips } = aen.clipModels[clipModel];

    it(`${clipModel} learns by the call that trains AEN, and shows the same views`, async () => {
      const run = await aen.train(startOf(clipModel), learnt, {
        ...{ ...settings, epochs: 15, record: false, validate: held },
      });
      assert.equal(run.epochs.length, learnsFromClips ? 15 : 0);
      if (learnsFromClips) {
        const { loss } = run.epochs.at(-1)!;
        assert.ok(loss < 0.9 * run.epochs[0].loss, `${run.epochs[0].loss} to ${loss}`);
      }
      const result = await run.evaluate(held);
      assert.ok(result.uar > 0.4, `UAR ${result.uar}`);
      assert.equal(Number.isFinite(result.sentimentUar), hasTopDownHeads);
      assert.equal(Number.isFinite(result.groupUar), true);
      const text = String(result);
      assert.equal(text.includes("Sentiment (own head): this network has none."), !hasTopDownHeads);
      assert.doesNotMatch(text, /NaN|undefined|without a finite score/);
      const timeline = await run.timeline(held.clips[0], { frames: 4 });
      assert.equal(timeline.prediction.frameNumbers.length, 4);
      assert.ok((await run[displayMethod]())["image/svg+xml"]);
      for (const shown of [result, timeline, result.overview()]) {
        const bundle = await shown[displayMethod]();
        assert.ok(bundle["image/svg+xml"] ?? bundle["image/png"], Object.keys(bundle).join());
        assert.doesNotMatch(JSON.stringify(bundle), /NaN|undefined/);
      }
      await run.dispose();
    });

    it(`${clipModel} learns on a frozen bottom-up branch, too`, async () => {
      const run = await aen.train(startOf(clipModel), learnt, {
        ...{ ...settings, epochs: 2, record: false, bottomUp: "frozen" },
      });
      assert.equal(run.epochs.length, learnsFromClips ? 2 : 0);
      const { confusion } = await run.evaluate(held);
      assert.equal(
        confusion.flat().reduce((sum, count) => sum + count),
        held.length,
      );
      await run.dispose();
    });

    it(`${clipModel} keeps its weights in a file, and its kind in the record, from which it goes on and is repeated`, async () => {
      const clips = await aen.clips.synthetic({ perEmotion: 4, frames: 2, size: 16, seed: 3 });
      const own = aen.model({ ...smallestModel, clipModel }, { seed: 6 });
      const options = { ...settings, record, epochs: 2, pretraining: { epochs: 1, batch: 14 } } as const;
      const run = await aen.train(own, clips, options);
      assert.equal(readDescription(run.folder!).model.configuration.clipModel, clipModel);
      const again = await rerun(run.folder!, { known: { tf, aen } });
      assert.deepEqual([again.difference, again.uncompared], [null, []]);
      const stopping = aen.train(own, clips, options);
      for await (const event of stopping)
        if (event.type === "epoch" && event.phase === "pretraining") stopping.stop();
      const stopped = await stopping.catch(() => stopping.run);
      const resumed = await aen.resume(stopped.id, clips, { record });
      assert.deepEqual(resumed.model.weights(), run.model.weights());
      const file = path.join(record, `${clipModel}.safetensors`);
      await aen.saveWeights(run.model, file);
      const loaded = await aen.loadWeights(aen.model({ ...smallestModel, clipModel }), file);
      const own2 = aen.model(smallestModel);
      assert.deepEqual(loaded.weights(), run.model.weights());
      await assert.rejects(aen.loadWeights(own2, file), /weight/);
      for (const each of [run, again.run, stopped, resumed]) await each.dispose();
      for (const each of [own, loaded, own2]) each.dispose();
    });
  }

  it("with one head refuses a loss of heads that it lacks, naming them", async () => {
    const terms = { ...settings, record: false, epochs: 1 } as const;
    const loss = aen.lossTerms();
    const sentiment = loss.filter(({ name }) => name.startsWith("sentiment"));
    const transfer = loss.filter(({ name }) => name === "semantic transfer at level 3");
    await assert.rejects(
      Promise.resolve(aen.train(startOf("GRU"), learnt, { ...terms, loss: sentiment })),
      /GRU on the last level's features has no `group\w+`, which a term of its loss reads/,
    );
    await assert.rejects(
      Promise.resolve(aen.train(startOf("transformer"), learnt, { ...terms, loss: transfer })),
      /has no class vector of level 3/,
    );
  });

  it("of shuffled frames is an AEN that gets them in another order; views show them in time", async () => {
    const run = await aen.train(startOf("AEN"), learnt, {
      ...{ ...settings, epochs: 1, record: false, frameOrder: "shuffled" },
    });
    assert.equal(run.plan.frameOrder, "shuffled");
    const clips = patternClips(2);
    const [shuffled, inTime, reversed] = await Promise.all([
      run.evaluate(clips),
      run.evaluate(clips, { frameOrder: "in time" }),
      run.evaluate(clips, { frameOrder: "reversed" }),
    ]);
    const scores = (result: aen.Evaluation) =>
      result.predictions.map(({ emotionLogProbabilities }) => emotionLogProbabilities[0].toFixed(5));
    const frames = (result: aen.Evaluation) => result.predictions.map(({ frameNumbers }) => frameNumbers);
    assert.notDeepEqual(scores(reversed), scores(inTime));
    const alike = (result: aen.Evaluation) =>
      scores(shuffled).filter((score, index) => score === scores(result)[index]).length;
    assert.ok(alike(inTime) > 0 && alike(reversed) > 0, "two frames are turned or not");
    const either = scores(shuffled).every((score, at) =>
      [inTime, reversed].some((one) => scores(one)[at] === score),
    );
    assert.ok(either, "and nothing else");
    assert.deepEqual([frames(shuffled), frames(reversed)], [frames(inTime), frames(inTime)]);
    await run.dispose();
  });
});
