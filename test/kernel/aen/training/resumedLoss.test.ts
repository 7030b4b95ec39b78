import assert from "node:assert/strict";
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import * as tf from "@tensorflow/tfjs-core";
import fc from "fast-check";
import * as aen from "../../../../kernel/aen/index.js";
import { encodeSafetensors } from "../../../../kernel/aen/model/safetensors.js";
import type { RunDescription } from "../../../../kernel/aen/training/record/runDescription.js";
import { temporaryFolder } from "../../../temporaryFolder.js";
import { arbitraryLoss, ownTerm } from "../losses/arbitraryLoss.js";
import { patternClips, smallestModel } from "./patternClips.js";

/** What must not depend on an interruption. */
const figures = ({ epochs, model }: aen.Run) => ({
  epochs: epochs.map(({ phase, epoch, loss, terms }) => ({ phase, epoch, loss, terms })),
  weights: Buffer.from(encodeSafetensors(model.weights())).toString("base64"),
});

describe("a run that is resumed", function () {
  this.timeout(120_000);
  const record = temporaryFolder();
  const clips = patternClips(2);
  const settings = { batch: 7, device: "cpu", epochs: 2, record, seed: 4 } as const;
  let model: aen.Model;

  before(async () => {
    const options = { ...settings, epochs: 0, record: false, pretraining: { epochs: 1, batch: 14 } } as const;
    const run = await aen.train(aen.model(smallestModel), clips, options);
    model = run.pretrainedModel();
    await run.dispose();
  });

  /** Trains, and keeps a copy of the record as it was when the first epoch had ended. */
  async function trainedAndStopped(
    loss: readonly aen.LossTerm[],
  ): Promise<{ run: aen.Run; stopped: string }> {
    const training = aen.train(model, clips, { ...settings, loss });
    const stopped = path.join(record, `${training.run.id}-stopped`);
    training.run.onEvent((event) => {
      if (event.type === "checkpoint" && event.epoch === 1)
        cpSync(training.run.folder!, stopped, { recursive: true });
    });
    return { run: await training, stopped };
  }

  it("ends with the numbers of one that was not stopped, to the last bit, whatever its loss", async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryLoss, async ({ loss, own }) => {
        const { run, stopped } = await trainedAndStopped(loss);
        const resumed = await aen.resume(stopped, clips, { loss: own });
        assert.deepEqual(figures(resumed), figures(run));
        const initial = encodeSafetensors(resumed.initialModel.weights());
        assert.deepEqual(initial, encodeSafetensors(model.weights()));
        for (const each of [run, resumed]) await each.dispose();
        for (const folder of [run.folder!, stopped]) rmSync(folder, { recursive: true });
      }),
      { numRuns: 5 },
    );
  });

  it("does not go on with another loss than its own", async () => {
    const loss = [...aen.lossTerms({ energyPooling: "mean" }), ownTerm(2)];
    const { stopped } = await trainedAndStopped(loss);
    assert.throws(() => aen.resume(stopped, clips), /had a loss term "mine" of its own: give it again/);
    assert.throws(
      () => aen.resume(stopped, clips, { loss: [ownTerm(3)] }),
      /"factor", which it uses, had another/,
    );
    assert.throws(
      () => aen.resume(stopped, clips, { loss: [...aen.lossTerms(), ownTerm(2)] }),
      /"sentiment at level 1" is not the one of the run: it was made with energyPooling "mean"/,
    );
  });

  it("tells a term that could not be compared", async () => {
    class Scaled {
      constructor(readonly f: number) {}
      readonly term = ({ frameLogits }: aen.LossInputs) => tf.mul(tf.mean(frameLogits), this.f);
    }
    const mine = (f: number) => aen.lossTerm("mine", new Scaled(f).term);
    const { stopped } = await trainedAndStopped([...aen.lossTerms(), mine(2)]);
    const resumed = await aen.resume(stopped, clips, { loss: [mine(3)] });
    const warnings = resumed.events.flatMap((event) => (event.type === "warning" ? [event.message] : []));
    assert.match(
      warnings.join("\n"),
      /^The loss term "mine" could be compared with the run's only in part: it uses "this"/,
    );
    const { loss } = JSON.parse(readFileSync(path.join(stopped, "run.json"), "utf8")) as RunDescription;
    assert.match((loss.at(-1)!.made as { missing: string }).missing, /it uses "this"/, "not repeatable");
  });

  it("begins again with the weights that it was given, if it has no checkpoint yet", async () => {
    const { run, stopped } = await trainedAndStopped(aen.lossTerms());
    rmSync(path.join(stopped, "checkpoints"), { recursive: true });
    assert.deepEqual(figures(await aen.resume(stopped, clips)), figures(run));

    const drawn = aen.train(aen.model(smallestModel), clips, { ...settings, epochs: 0, pretraining: false });
    assert.equal(existsSync(path.join((await drawn).folder!, "start.safetensors")), false);
  });

  it("does not guess what an earlier version did not record: the weights it began with, the choices", async () => {
    const { stopped } = await trainedAndStopped(aen.lossTerms({ energyPooling: "mean" }));
    const file = path.join(stopped, "run.json");
    const description = JSON.parse(readFileSync(file, "utf8")) as RunDescription;
    const { start: _start, ...modelThen } = description.model;
    const loss = description.loss.map(({ name, weight, code }) => ({ name, weight, code }));
    writeFileSync(file, JSON.stringify({ ...description, model: modelThen, loss }));
    assert.throws(() => aen.resume(stopped, clips), /does not say with which choices the loss term/);
    const given = { loss: aen.lossTerms({ energyPooling: "mean" }) };
    await aen.resume(stopped, clips, given);
    rmSync(path.join(stopped, "checkpoints"), { recursive: true });
    assert.throws(() => aen.resume(stopped, clips, given), /does not say with which weights the run began/);
  });

  it("does not take stills that it did not have", async () => {
    const { stopped } = await trainedAndStopped(aen.lossTerms());
    assert.throws(
      () => aen.resume(stopped, clips, { stills: patternClips(1, "stills") }),
      /had no stills of its own for pretraining: leave \{ stills \} out/,
    );
  });
});
