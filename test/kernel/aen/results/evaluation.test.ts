import assert from "node:assert/strict";
import fc from "fast-check";
import { dfewLabels } from "../../../../kernel/aen/labels.js";
import type { ClipPrediction } from "../../../../kernel/contracts/clipPrediction.js";
import { displayMethod } from "../../../../kernel/contracts/mimeBundle.js";
import type { ConfusionMatrixPayload } from "../../../../kernel/contracts/payloads/confusionMatrix.js";
import { viewMimeTypes } from "../../../../kernel/contracts/viewMimeTypes.js";
import { confusionMatrixPayload } from "../../../../kernel/figures/bundles/confusionMatrix.js";
import { confusionReport, reportLines } from "../../../../kernel/figures/confusionMatrix/confusionReport.js";
import { examplePredictions } from "../../figures/examples.js";
import type { Scores } from "../../../../kernel/metrics/scores.js";
import { evaluationOf } from "./evaluatedClips.js";

/** Scores of which many are equal or closer than the four decimals that a view keeps. */
const score = fc
  .tuple(fc.integer({ min: -3, max: 0 }), fc.constantFrom(0, 1e-5, -4e-5, 3e-6, 1e-9))
  .map(([whole, little]) => whole + little);
const scores = (count: number) => fc.array(score, { minLength: count, maxLength: count });
const prediction = fc.record({
  label: fc.option(fc.integer({ min: 0, max: 6 }), { freq: 9 }),
  clipLogProbabilities: scores(7),
  sentimentLogProbabilities: scores(3),
  emotionLogProbabilities: scores(7),
});
const predictions = fc
  .array(prediction, { minLength: 1, maxLength: 40 })
  .map((list): ClipPrediction[] => list.map((one, i) => ({ clip: `clip ${i}`, frameNumbers: [0], ...one })));
const beta = fc.oneof(
  fc.integer({ min: 0, max: 100 }).map((step) => step / 100),
  fc.double({ min: 0, max: 1, noNaN: true }),
);

/** What a renderer computes from the payload, which has gone through a notebook file. */
function linesOfView(payload: ConfusionMatrixPayload, at = payload.beta): string[] {
  const { clips, labels, bootstrap } = JSON.parse(JSON.stringify(payload)) as ConfusionMatrixPayload;
  return reportLines({ clips, labels, beta: at, bootstrap });
}

describe("the figures of an evaluation", () => {
  it("are the same in the kernel's text and in the view, to the last digit, whatever the scores", () => {
    fc.assert(
      fc.property(predictions, beta, (list, at) => {
        const payload = confusionMatrixPayload({ predictions: list, labels: dfewLabels, beta: at });
        assert.equal(confusionReport(payload).text, evaluationOf(list, { beta: at }).toString());
        assert.ok(evaluationOf(list, { beta: at }).toString().endsWith(linesOfView(payload).join("\n")));
      }),
      { numRuns: 60 },
    );
  });

  it("stay the same when the slider of the view is moved", () => {
    const slider = fc.integer({ min: 0, max: 100 }).map((step) => step / 100);
    fc.assert(
      fc.property(predictions, slider, (list, at) => {
        const payload = confusionMatrixPayload({ predictions: list, labels: dfewLabels });
        const moved = evaluationOf(list).atBeta(at).toString();
        assert.ok(moved.endsWith(linesOfView(payload, at).join("\n")));
      }),
      { numRuns: 60 },
    );
  });

  it("stand in the text, the SVG and the payload of one output alike", async () => {
    const evaluation = evaluationOf(examplePredictions(105), { level: 0.9 });
    const bundle = await evaluation[displayMethod]();
    const payload = bundle[viewMimeTypes["confusion-matrix"]] as ConfusionMatrixPayload;
    const lines = linesOfView(payload);
    assert.match(lines.join("\n"), /Emotions: UAR [\d.]+ % \([\d.]+–[\d.]+\), WAR .*90 % interval/s);
    assert.equal(bundle["text/plain"], evaluation.toString());
    for (const line of lines) {
      assert.ok(evaluation.toString().includes(line));
      assert.ok((bundle["image/svg+xml"] as string).includes(`>${line}</text>`), line);
    }
  });

  it("are what its properties say", () => {
    const evaluation = evaluationOf(examplePredictions(105));
    const percent = (rate: number) => (100 * rate).toFixed(1);
    const words = (name: keyof Scores) => {
      const { low, high } = evaluation.intervals[name];
      return `${percent(evaluation[name])} % (${percent(low)}–${percent(high)})`;
    };
    const text = evaluation.toString();
    assert.ok(text.includes(`Emotions: UAR ${words("uar")}, WAR ${words("war")}`));
    assert.ok(text.includes(`Macro F1 of the emotions ${words("macroF1")}`));
    const [head, group] = ["Sentiment (own head)", "Sentiment (group)"];
    assert.ok(text.includes(`${head}: UAR ${words("sentimentUar")}, WAR ${words("sentimentWar")}`));
    assert.ok(text.includes(`${group}: UAR ${words("groupUar")}, WAR ${words("groupWar")}`));
    const { "clip head": clip, combined } = evaluation.sentimentReadings;
    assert.ok(text.includes(`clip head ${percent(clip.uar)} %`));
    assert.ok(text.includes(`combined ${percent(combined.uar)} %`));
  });

  it("name the sentiment that the head never names, and the emotion that no clip is named", () => {
    const neutral = dfewLabels.groups.findIndex(({ name }) => name === "Neutral");
    const lower = (scores: readonly number[], at: number) => scores.map((one, i) => (i === at ? -99 : one));
    const [emotion] = dfewLabels.groups[neutral].emotions;
    const mute = examplePredictions(60).map((one) => ({
      ...one,
      sentimentLogProbabilities: lower(one.sentimentLogProbabilities, neutral),
    }));
    const clips = mute.filter(({ label }) => label === emotion).length;
    const text = evaluationOf(mute).toString();
    assert.ok(text.includes(`The sentiment head never names: Neutral (${clips} clips).`));
    assert.ok(!text.includes("Emotions never named"));
    assert.equal(evaluationOf(mute).perSentiment.Neutral.recall, 0);
    const silent = mute.map((one) => ({
      ...one,
      clipLogProbabilities: lower(one.clipLogProbabilities, emotion),
      emotionLogProbabilities: lower(one.emotionLogProbabilities, emotion),
    }));
    assert.ok(evaluationOf(silent).toString().includes(`Emotions never named: Neutral (${clips} clips).`));
  });

  it("have intervals for each emotion", () => {
    const { perEmotion, emotionIntervals } = evaluationOf(examplePredictions(105));
    assert.deepEqual(Object.keys(emotionIntervals), [...dfewLabels.emotions]);
    for (const [name, { recall, precision }] of Object.entries(perEmotion)) {
      const intervals = emotionIntervals[name];
      assert.ok(intervals.recall.low <= recall! && recall! <= intervals.recall.high, name);
      assert.ok(intervals.precision.low <= precision! && precision! <= intervals.precision.high, name);
    }
  });

  it("leave clips out whose scores are not finite, and say so", () => {
    const [first, ...rest] = examplePredictions(30);
    const broken = { ...first, clipLogProbabilities: first.clipLogProbabilities.map(() => NaN) };
    const evaluation = evaluationOf([broken, ...rest]);
    assert.equal(evaluation.war, evaluationOf(rest).war);
    assert.match(evaluation.toString(), /29 clips, beta 0\.30 \(left out: 1 without a finite score\)/);
    assert.equal(evaluation.evaluated[0].named, "nothing");
  });

  it("are judged at the best beta even where another beta has no figures", () => {
    const broken = examplePredictions(20).map((one) => ({
      ...one,
      emotionLogProbabilities: one.emotionLogProbabilities.map(() => NaN),
    }));
    assert.equal(evaluationOf(broken).bestBeta.beta, 1);
  });
});
