import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs";
import * as aen from "../../../../kernel/aen/index.js";
import type { TrainingEvent } from "../../../../kernel/contracts/runs/trainingEvents.js";
import { displayMethod } from "../../../../kernel/contracts/mimeBundle.js";
import { patternClips, smallestModel } from "../training/patternClips.js";

/** As a cell would: through `aen` and the whole of tfjs alone. */
describe("the terms of the loss, from a cell", () => {
  const clips = patternClips(2);
  const train = (loss: readonly aen.LossTerm[]) =>
    aen.train(aen.model(smallestModel), clips, {
      ...{ loss, epochs: 2, batch: 7, device: "cpu", record: false, pretraining: { epochs: 1, batch: 14 } },
    });
  const published = aen.lossTerms();
  const names = published.map(({ name }) => name);
  const stepsOf = (events: readonly TrainingEvent[]) =>
    events.flatMap((event) => (event.type === "step" && event.phase === "training" ? [event] : []));

  it("can be read: nine names with weights and what each does, and each one's value in every step", async () => {
    assert.deepEqual(names, [
      ...["sentiment at level 1", "sentiment at clip", "emotion at level 3", "emotion at clip"],
      ...[0, 1, 3].map((level) => `semantic transfer at level ${level}`),
      ...["energy of sentiment", "energy of emotion"],
    ]);
    assert.ok(published.every(({ weight, description }) => weight > 0 && description));
    const { events, epochs } = await train(published);
    for (const { loss, terms } of stepsOf(events)) {
      assert.deepEqual(Object.keys(terms), names);
      const sum = published.reduce((total, { name, weight }) => total + weight * terms[name], 0);
      assert.ok(Math.abs(sum - loss) < 1e-4 * Math.abs(loss), `${sum} and ${loss}`);
    }
    assert.deepEqual(Object.keys(epochs.at(-1)!.terms), names);
  });

  it("are plotted on the run's board", async () => {
    const run = await train(published);
    const bundle = await run[displayMethod]();
    const board = JSON.stringify(bundle["application/vnd.aen.training-board.v1+json"]);
    for (const name of names) assert.ok(board.includes(name), name);
    assert.match(String(bundle["image/svg+xml"]), /<svg/);
  });

  it("can be switched off: the others alone make the total", async () => {
    const without = aen.withoutTerms(published, "energy of sentiment", "energy of emotion");
    const [step] = stepsOf((await train(without)).events);
    assert.equal("energy of emotion" in step.terms, false);
    const sum = without.reduce((total, { name, weight }) => total + weight * step.terms[name], 0);
    assert.ok(Math.abs(sum - step.loss) < 1e-4 * Math.abs(step.loss));
    assert.throws(
      () => aen.withoutTerms(published, "energy"),
      /There is no loss term "energy"; the terms are/,
    );
  });

  it("can be replaced by a function of the user's own, compiled like ours and learned from", async () => {
    const own = aen.lossTerm(
      "emotion at clip",
      ({ clipLogits, labels }) => tf.mean(tf.square(tf.sub(tf.softmax(clipLogits), labels))),
      { weight: 2 },
    );
    const loss = aen.withTerms(published, own);
    assert.deepEqual(
      loss.map(({ name }) => name),
      names,
    );
    const run = await train(loss);
    const value = stepsOf(run.events)[0].terms["emotion at clip"];
    assert.ok(value > 0 && value <= 2 / 7, `a mean square of probabilities, got ${value}`);
    const usual = await train(published);
    assert.notDeepEqual(run.model.weights(), usual.model.weights());
  });

  it("say what is wrong with a function that does not return a number", async () => {
    const wrong = aen.lossTerm("wrong", ({ labels }) => labels);
    await assert.rejects(
      train([wrong]).finished,
      /"wrong" must return one number, it returned the shape \[7, 7\]/,
    );
  });
});
