import assert from "node:assert/strict";
import { ClipSet } from "../../../../kernel/aen/clips/clipSet.js";
import { isBottomUp } from "../../../../kernel/aen/model/parameterList.js";
import { model as newModel } from "../../../../kernel/aen/model/model.js";
import { ClipFeatures } from "../../../../kernel/aen/training/clipFeatures.js";
import { clipPhase, featurePhase } from "../../../../kernel/aen/training/clipPhase.js";
import type { StepFeed } from "../../../../kernel/aen/training/phaseLoop.js";
import type { PseudoLabelSource } from "../../../../kernel/aen/training/pseudoLabels.js";
import { planTraining, type DividedTrainOptions } from "../../../../kernel/aen/training/trainOptions.js";
import type { ArrayValue } from "../../../../kernel/engine/contract.js";
import { clipScores } from "../../../../kernel/metrics/clipScores.js";
import { predictedEmotion } from "../../../../kernel/metrics/fusion.js";
import { Predictor } from "../../../../kernel/aen/training/predictor.js";
import { withSights } from "./facelessClips.js";
import { patternClips, smallestModel } from "./patternClips.js";

describe("the phase on clips", () => {
  const clips = patternClips(2);
  const model = newModel(smallestModel);
  model.freezeFrameModel();
  after(() => model.dispose());

  /** Pseudo labels from which the clip is known: each logit is the clip's number in the set. */
  class Numbers implements PseudoLabelSource {
    disposed = 0;
    async logitsOf({ clips: part }: Parameters<PseudoLabelSource["logitsOf"]>[0]) {
      const numbers = part.map((clip) => clips.clips.indexOf(clip));
      return Float32Array.from(numbers.flatMap((number) => new Array<number>(2 * 7).fill(number)));
    }
    async dispose() {
      this.disposed += 1;
    }
  }

  /** Pseudo labels of which the first frame of each clip has another value. */
  class Constant implements PseudoLabelSource {
    first = 0;
    async logitsOf({ batch }: Parameters<PseudoLabelSource["logitsOf"]>[0]) {
      const logits = [...new Array<number>(7).fill(0).map((_, i) => i * this.first), 0, 1, 0, 2, 0, 0, 3];
      return Float32Array.from(Array.from({ length: batch }, () => logits).flat());
    }
    async dispose() {}
  }

  const planOf = (options: DividedTrainOptions = {}) =>
    planTraining(model.configuration, { device: "cpu", batch: 4, augment: false, ...options });

  async function all(feeds: AsyncIterable<StepFeed>): Promise<StepFeed[]> {
    const found: StepFeed[] = [];
    for await (const feed of feeds) found.push(feed);
    return found;
  }
  const array = ({ inputs }: StepFeed, name: string) => inputs[name] as ArrayValue;

  it("feeds whole batches, each clip with its own label and pseudo labels, in another order every epoch", async () => {
    const phase = clipPhase(model, clips, planOf(), new Numbers());
    assert.equal(phase.stepsPerEpoch, 3);
    const epochs = [await all(phase.feeds(0, 0)), await all(phase.feeds(1, 0))];
    const orders = epochs.map((steps) =>
      steps.flatMap((step) => [...array(step, "pseudoLabelLogits").data].filter((_, i) => i % 14 === 0)),
    );
    for (const [epoch, steps] of epochs.entries()) {
      assert.deepEqual(
        steps.map(({ count }) => count),
        [4, 4, 4],
      );
      assert.deepEqual(array(steps[0], "frames").shape, [4, 2, 16, 16, 3]);
      const labels = steps.flatMap((step) =>
        [0, 1, 2, 3].map((row) =>
          array(step, "labels")
            .data.subarray(7 * row, 7 * row + 7)
            .indexOf(1),
        ),
      );
      assert.deepEqual(
        labels,
        orders[epoch].map((number) => number % 7),
      );
    }
    assert.equal(new Set(orders[0]).size, 12);
    assert.notDeepEqual(orders[0], orders[1]);
    assert.deepEqual(await all(phase.feeds(1, 2)), epochs[1].slice(2), "from the third step on");
    await phase.dispose();
  });

  it("says which frames show a face where some do not, and nothing where all do", async () => {
    const feedOf = async (sights: Parameters<typeof withSights>[1]) => {
      const phase = clipPhase(model, withSights(clips, sights), planOf(), new Constant());
      const [feed] = await all(phase.feeds(0, 0));
      await phase.dispose();
      return feed;
    };
    const marked = array(await feedOf(() => ["none", "none", "seen", "seen"]), "frameHasFace");
    assert.deepEqual(
      [marked.shape, [...marked.data]],
      [
        [4, 2],
        [0, 1, 0, 1, 0, 1, 0, 1],
      ],
    );
    const seen = await feedOf(() => ["seen", "covered", "bridged", "seen"]);
    assert.deepEqual(Object.keys(seen.inputs), ["frames", "labels", "pseudoLabelLogits"]);
  });

  it("does not count pseudo labels of frames without a face in its loss", async () => {
    const marked = withSights(clips, () => ["none", "none", "seen", "seen"]);
    const source = new Constant();
    const phase = clipPhase(model, marked, planOf(), source);
    const lossWith = async (noise: number) => {
      source.first = noise;
      const [{ inputs }] = await all(phase.feeds(0, 0));
      const { loss } = await phase.step.run({ ...inputs, ...phase.optimizer.scalars(1, 0) });
      return loss.data[0];
    };
    assert.equal(await lossWith(0), await lossWith(5));
    await phase.dispose();
  });

  it("leaves clips without a label out, and takes fewer clips than a batch as one", async () => {
    const some = new ClipSet(
      clips.clips.map((clip, i) => (i < 3 ? clip : { ...clip, label: null })),
      clips.labels,
    );
    const phase = clipPhase(model, some, planOf(), new Numbers());
    const steps = await all(phase.feeds(0, 0));
    assert.deepEqual([phase.stepsPerEpoch, steps.length, steps[0].count], [1, 1, 3]);
    await phase.dispose();
  });

  it("trains every trainable weight; on kept features those above the bottom-up branch alone", async () => {
    const trainable = [...model.variables].filter(([, variable]) => variable.trainable).map(([name]) => name);
    const whole = clipPhase(model, clips, planOf(), new Numbers());
    assert.deepEqual([...whole.optimizer.variables.keys()], trainable);
    await whole.dispose();
    const features = await ClipFeatures.compute(model, clips, { device: "cpu" });
    const above = featurePhase(model, clips, planOf(), features);
    assert.deepEqual(
      [...above.optimizer.variables.keys()],
      trainable.filter((name) => !isBottomUp(name)),
    );
    await above.dispose();
  });

  it("validates on the plan's clips, and not at all without any", async () => {
    const held = patternClips(1, "held out");
    const predictor = new Predictor(model, "cpu");
    const named = (await predictor.predict(held)).map((prediction) =>
      predictedEmotion(clipScores(prediction)),
    );
    await predictor.dispose();
    // all clips but the first have the label that the network gives them
    const labels = named.map((emotion, i) => (i === 0 ? (emotion + 1) % 7 : emotion));
    const validate = new ClipSet(
      held.clips.map((clip, i) => ({ ...clip, label: labels[i] })),
      clips.labels,
    );
    const pseudoLabels = new Numbers();
    const phase = clipPhase(model, clips, planOf({ validate }), pseudoLabels);
    assert.ok(Math.abs((await phase.validate!()).war - 6 / 7) < 1e-12);
    await phase.dispose();
    assert.equal(pseudoLabels.disposed, 1);
    const without = clipPhase(model, clips, planOf(), new Numbers());
    assert.equal(without.validate, undefined);
    await without.dispose();
  });
});
