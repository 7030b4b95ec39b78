import assert from "node:assert/strict";
import * as aen from "../../../../kernel/aen/index.js";
import { mafwLabels } from "../../../../kernel/aen/sources/datasets/mafwLabels.js";
import { Run } from "../../../../kernel/aen/training/run.js";
import { StepGate } from "../../../../kernel/aen/training/stepGate.js";
import { planTraining } from "../../../../kernel/aen/training/trainOptions.js";

const own = await aen.clips.synthetic({ perEmotion: 2, seed: 3 });

/** The clips in other label sets: with each emotion's new name, in the order of the new set. */
function renamed(labels: aen.LabelSet, nameOf: (emotion: string, clip: number) => string): aen.ClipSet {
  const clips = own.clips.map((clip, index): aen.Clip => {
    const { id, identity, frameCount, frameRate } = clip;
    const label = labels.emotionIndex(nameOf(own.labels.emotions[clip.label!], index));
    const read: aen.Clip["read"] = (frames, signal) => clip.read(frames, signal);
    return { id, identity, frameCount, frameRate, label, truth: null, read };
  });
  return new aen.ClipSet(clips, labels);
}

describe("a network of seven emotions on clips with other labels", () => {
  const model = aen.model({ preset: "tiny", size: 16, frames: 2 });
  const plan = planTraining(model.configuration, { device: "cpu" });
  const run = new Run("r", model, model, own, plan, null, new StepGate());
  const heard: (readonly aen.ClipPrediction[])[] = [];
  run.onEvaluated((predictions) => heard.push(predictions));
  let plain: aen.Evaluation;
  before(async () => {
    plain = await run.evaluate(own);
  });
  after(() => run.dispose());

  const namedBy = ({ evaluated }: aen.Evaluation) => evaluated.map(({ clip, named }) => [clip.id, named]);

  it("has the same figures when the labels stand in another order under the same names", async () => {
    const emotions = [...own.labels.emotions].reverse().map((name) => name.toUpperCase());
    const clips = renamed(new aen.LabelSet(emotions, { all: emotions }), (name) => name);
    await assert.rejects(run.evaluate(clips), /evaluate with \{ labelMap \}/);
    const result = await run.evaluate(clips, { labelMap: {} });
    assert.deepEqual(result.confusion, plain.confusion);
    for (const figure of ["uar", "war", "macroF1", "sentimentUar", "groupUar"] as const)
      assert.equal(result[figure], plain[figure]);
    assert.deepEqual(namedBy(result), namedBy(plain));
    assert.deepEqual(result.labels, own.labels);
  });

  it("has them when all labels have other names", async () => {
    const other = (name: string) => `${name}ness`;
    const names = own.labels.emotions.map(other).sort();
    const labelMap = Object.fromEntries(own.labels.emotions.map((name) => [other(name), name]));
    const clips = renamed(new aen.LabelSet(names, { all: names }), other);
    await assert.rejects(run.evaluate(clips, { labelMap: {} }), /no emotion called Angryness \(2 clips\), /);
    const result = await run.evaluate(clips, { labelMap });
    assert.deepEqual(result.confusion, plain.confusion);
    assert.ok(result.predictions.every(({ originalLabel }) => originalLabel?.endsWith("ness")));
  });

  describe("and eleven of them, as MAFW has", () => {
    /** Every second sad clip is Helplessness, every second fearful one Anxiety, every second disgusted one Contempt. */
    const finer: Readonly<Record<string, string>> = {
      Sad: "Helplessness",
      Fear: "Anxiety",
      Disgust: "Contempt",
    };
    const clips = renamed(mafwLabels, (name, index) => (index < 7 ? (finer[name] ?? name) : name));
    const labelMap = { Anxiety: "Fear", Helplessness: "Sad", Contempt: null };

    it("counts the mapped ones and leaves out those without an emotion here", async () => {
      const result = await run.evaluate(clips, { labelMap });
      const disgust = own.labels.emotionIndex("Disgust");
      const left = plain.predictions.findIndex(({ label }) => label === disgust);
      const counted = plain.predictions.filter((_, index) => index !== left);
      assert.deepEqual(
        result.predictions.map(({ clip, label }) => [clip, label]),
        counted.map(({ clip, label }) => [clip, label]),
      );
      assert.deepEqual(result.clips.leftOut, [
        { clip: own.clips[left].id, reason: "the labelMap leaves out Contempt" },
      ]);
      assert.deepEqual(result.predictions.flatMap(({ originalLabel = [] }) => originalLabel).sort(), [
        "Anxiety",
        "Helplessness",
      ]);
      assert.equal(heard.at(-1)?.length, 13);
    });

    it("answers among the emotions that the clips can have", async () => {
      const rest = { ...labelMap, Neutral: null };
      const [result, all] = [
        await run.evaluate(clips, { labelMap: rest, answers: "shared" }),
        await run.evaluate(clips, { labelMap: rest }),
      ];
      assert.ok(result.evaluated.every(({ named }) => named !== "Neutral" && named !== "nothing"));
      assert.ok(heard.at(-2)!.every(({ emotionLogProbabilities }) => emotionLogProbabilities.length === 7));
      assert.ok(result.war >= all.war); // an answer that was right remains the largest
      assert.match(String(result), /3 clips: Neutral \(2\), Contempt \(1\)\.(.|\n)*never Neutral\.$/);
      assert.match(String(result.calibration()), /over 11 clips/);
      assert.match(String(result.evaluated[1].timeline()), /2 frames/);
    });
  });

  it("refuses predictions by number too", async () => {
    const predictor = new aen.Predictor(model, "cpu");
    const emotions = [...own.labels.emotions].reverse();
    const clips = renamed(new aen.LabelSet(emotions, { all: emotions }), (name) => name);
    await assert.rejects(
      predictor.predict(clips),
      /The model distinguishes Happy, .*; the clips are labelled Fear/,
    );
    await predictor.dispose();
  });
});
