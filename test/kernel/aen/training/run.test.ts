import assert from "node:assert/strict";
import * as aen from "../../../../kernel/aen/index.js";
import { newRunId, Run } from "../../../../kernel/aen/training/run.js";
import { StepGate } from "../../../../kernel/aen/training/stepGate.js";
import { planTraining } from "../../../../kernel/aen/training/trainOptions.js";
import { displayMethod } from "../../../../kernel/contracts/mimeBundle.js";
import type { EpochEvent, Phase } from "../../../../kernel/contracts/runs/trainingEvents.js";
import { patternClips, smallestModel } from "./patternClips.js";

const clips = patternClips(1);

/** A run that nobody carries out: its events come from the test. */
function newRun(): Run {
  const model = aen.model(smallestModel);
  const plan = planTraining(model.configuration, { device: "cpu" });
  return new Run("r", model, model, clips, plan, null, new StepGate());
}

const epoch = (phase: Phase, number: number, best: boolean): EpochEvent => ({
  ...{ type: "epoch", phase, epoch: number, epochs: 3, loss: 1, terms: {}, clipsPerSecond: 1, best },
});
const end = { type: "end", state: "stopped", bestEpoch: null } as const;

describe("a run", () => {
  const run = newRun();
  after(() => run.dispose());

  it("is running, paused or what its end says", () => {
    const other = newRun();
    const states = [other.state];
    other.pause();
    states.push(other.state);
    other.resume();
    states.push(other.state);
    other.emit(end);
    other.pause();
    assert.deepEqual([...states, other.state], ["running", "paused", "running", "stopped"]);
    other.model.dispose();
  });

  it("has the last best epoch of the training, whatever the pretraining had", () => {
    const other = newRun();
    assert.equal(other.bestEpoch, null);
    other.emit(epoch("pretraining", 1, true));
    assert.equal(other.bestEpoch, null);
    for (const [number, best] of [true, true, false].entries())
      other.emit(epoch("training", number + 1, best));
    assert.deepEqual([other.bestEpoch, other.epochs.length], [2, 4]);
    other.model.dispose();
  });

  it("gives listeners its events from then on, and iterators all events from the first", async () => {
    const other = newRun();
    const heard: string[] = [];
    other.emit({ type: "paused" });
    const forget = other.onEvent(({ type }) => heard.push(type));
    const iterated = (async () => {
      const types: string[] = [];
      for await (const { type, seconds } of other) types.push(seconds >= 0 ? type : "");
      return types;
    })();
    other.emit({ type: "resumed" });
    forget();
    await Promise.resolve();
    other.emit(end);
    assert.deepEqual([heard, await iterated], [["resumed"], ["paused", "resumed", "end"]]);
    other.model.dispose();
  });

  it("evaluates on clips whose emotions are the network's, and reports the predictions", async () => {
    const heard: unknown[] = [];
    run.onEvaluated((predictions) => heard.push(predictions));
    const evaluation = await run.evaluate(clips, { beta: 0.5 });
    assert.deepEqual([evaluation.beta, evaluation.clips], [0.5, clips]);
    assert.deepEqual(heard[0], evaluation.predictions);
    const others = new aen.ClipSet([], new aen.LabelSet(["a", "b"], { one: ["a", "b"] }));
    await assert.rejects(
      run.evaluate(others),
      /distinguishes Happy, Sad, .*; the clips are labelled a, b\. Make the/,
    );
  });

  it("evaluates on the requested device, whichever it evaluated on before", async () => {
    await run.evaluate(clips, { device: "cpu" });
    const absent = process.platform === "darwin" ? "directml" : "coreml";
    await assert.rejects(run.evaluate(clips, { device: absent }));
    const [on, eager] = [await run.evaluate(clips), await run.evaluate(clips, { device: "tensorflow" })];
    const off = on.predictions.map(({ emotionLogProbabilities: scores }, i) =>
      Math.abs(scores[0] - eager.predictions[i].emotionLogProbabilities[0]),
    );
    assert.ok(Math.max(...off) < 1e-4);
  });

  it("shows a clip frame by frame, no more frames than requested and no more than it has", async () => {
    const [clip] = clips;
    assert.deepEqual((await run.timeline(clip, { frames: 3 })).prediction.frameNumbers, [0, 2, 3]);
    assert.deepEqual((await run.timeline({ ...clip, label: null })).prediction.frameNumbers, [0, 1, 2, 3]);
  });

  it("shows a clip of another label set with its label by name, or with none", async () => {
    const other = new aen.LabelSet(["Fear", "Happy", "Calm"], { all: ["Fear", "Happy", "Calm"] });
    const theirs = clips.clips.slice(0, 3).map((clip, label) => ({ ...clip, label, truth: null }));
    const set = new aen.ClipSet(theirs, other);
    const shown = await Promise.all(set.clips.map((clip) => run.timeline(clip, { frames: 2 })));
    assert.deepEqual(
      shown.map(({ clip, prediction }) => [clip.label, prediction.label, prediction.originalLabel]),
      [
        [6, 6, undefined],
        [0, 0, undefined],
        [null, null, "Calm"],
      ],
    );
  });

  it("shows its board and text", async () => {
    const shown = await run[displayMethod]();
    assert.equal(shown["text/plain"], String(run));
    assert.ok(Object.keys(shown).some((type) => /training-board/.test(type)));
  });

  it("has a name that sorts by time and differs from others started in the same second", () => {
    const moment = new Date(Date.UTC(2024, 8, 9, 5, 6, 7));
    const ids = [newRunId(moment), newRunId(moment)];
    for (const id of ids) assert.match(id, /^2024-09-09T05-06-07-[0-9a-f]{4}$/);
    assert.ok(newRunId(new Date(Date.UTC(2024, 9, 1))) > ids[0]);
  });
});

describe("the pretrained model of a run", () => {
  it("has the pretrained branch, frozen too, and otherwise the start weights", async () => {
    const start = aen.model(smallestModel);
    const options: aen.TrainOptions = {
      device: "cpu",
      epochs: 1,
      batch: 7,
      ...{ record: false, pretraining: { epochs: 1 }, schedule: { kind: "constant" } },
    };
    const training = aen.train(start, clips, options);
    assert.throws(() => training.run.pretrainedModel(), /has not pretrained its bottom-up branch yet/);
    const run = await training;
    const pretrained = run.pretrainedModel().weights();
    const [trained, initial] = [run.model.weights(), start.weights()];
    for (const [name, { data }] of pretrained) {
      const expected = name.startsWith("frozen.")
        ? trained.get(name)
        : (trained.get(`frozen.${name}`) ?? initial.get(name));
      assert.deepEqual(data, expected?.data, name);
    }
    const branch = "spatial.stem.conv.weight";
    assert.notDeepEqual(pretrained.get(branch)?.data, initial.get(branch)?.data);
    assert.notDeepEqual(pretrained.get(branch)?.data, trained.get(branch)?.data);
  });
});
