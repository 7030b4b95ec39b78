import type { ArrayValue } from "../../engine/contract.js";
import type { LabelSet } from "../labels.js";
import type { ClipPrediction } from "../../contracts/clipPrediction.js";
import { clipScores } from "../../metrics/clipScores.js";
import { betas, fuse, predictedEmotion, reportedBeta } from "../../metrics/fusion.js";
import { argmax } from "../../metrics/probabilities.js";
import { groupSum, sentimentScores } from "../../metrics/sentiment.js";
import { testScriptLoss, validationLoss } from "../../metrics/validationLoss.js";
import { worst, type Deviation } from "./deviation.js";
import type { Fixture } from "./fixture.js";

/** Fusion, evaluation losses and accuracies from the log-probabilities of an evaluation-mode forward pass. */
export function compareFusion(
  fixture: Fixture,
  records: ReadonlyMap<string, ArrayValue>,
  labels: LabelSet,
): Deviation[] {
  const predictions = predictionsOf(fixture, records);
  return [...fusionDeviations(fixture, predictions, labels), ...lossDeviations(fixture, predictions, labels)];
}

function predictionsOf(fixture: Fixture, records: ReadonlyMap<string, ArrayValue>): ClipPrediction[] {
  const row = (name: string, index: number) => {
    const { data } = records.get(name)!;
    const width = data.length / fixture.batch;
    return Array.from(data.subarray(index * width, (index + 1) * width));
  };
  return Array.from({ length: fixture.batch }, (_, index) => {
    const frames = row("frameLogits.main", index);
    return {
      ...{ clip: String(index), label: fixture.labels[index], frameNumbers: [] },
      clipLogProbabilities: row("logProbs.clip", index),
      sentimentLogProbabilities: row("logProbs.group", index),
      emotionLogProbabilities: row("logProbs.emotion", index),
      frameLogits: rowsOf(frames, row("logProbs.clip", index).length),
    };
  });
}

function fusionDeviations({ fusion }: Fixture, predictions: ClipPrediction[], labels: LabelSet): Deviation[] {
  const entry = (record: string, computed: unknown, expected: unknown, tolerance = 5e-5): Deviation => {
    const deviation = relativeDeviation(flat(computed), flat(expected));
    return { group: "fusion", record, deviation, tolerance };
  };
  const perBeta = <T>(value: (prediction: ClipPrediction, beta: number) => T) =>
    betas.map((beta) => predictions.map((prediction) => value(prediction, beta)));
  const { groups } = labels;
  const fused = perBeta((one, beta) => sentimentScores(clipScores(one), groups, beta, "fused groups"));
  const combined = predictions.map((one) =>
    sentimentScores(clipScores(one), groups, reportedBeta, "combined"),
  );
  const sums = predictions.map((one) => groupSum(one.clipLogProbabilities, groups));
  return [
    entry(
      "ekman",
      perBeta((one, beta) => fuse(clipScores(one), beta)),
      fusion.ekman,
    ),
    entry("ekmanArgmax", perBeta(namedEmotion), fusion.ekmanArgmax, 0),
    entry("sentiment", fused, fusion.sentiment),
    entry(
      "sentimentArgmax",
      fused.map((rows) => rows.map(argmax)),
      fusion.sentimentArgmax,
      0,
    ),
    entry("clipGroupSumLogProbs", sums, fusion.clipGroupSumLogProbs),
    entry("combined", combined, fusion.combined),
    entry("combinedArgmax", combined.map(argmax), fusion.combinedArgmax, 0),
    entry(
      "reportedEkman",
      predictions.map((one) => namedEmotion(one, reportedBeta)),
      fusion.reportedEkman,
      0,
    ),
    entry(
      "reportedSentimentFromEkman",
      predictions.map((one) => labels.groupOf[namedEmotion(one, reportedBeta)]),
      fusion.reportedSentimentFromEkman,
      0,
    ),
    entry("frameMeanLogProbs", predictions.map(meanFrameLogProbabilities), fusion.frameMeanLogProbs),
    ...fusion.testScriptLoss.map(({ labels: truths, loss }) => {
      const computed = predictions.map((one, index) =>
        testScriptLoss({ ...one, label: truths[index] }, labels),
      );
      return entry(`testScriptLoss ${truths}`, computed, loss);
    }),
  ];
}

function lossDeviations({ evalLoss }: Fixture, predictions: ClipPrediction[], labels: LabelSet): Deviation[] {
  return evalLoss.flatMap(({ labels: truths, loss, accuracyPercentByBeta }) => {
    const labelled = predictions.map((one, index) => ({ ...one, label: truths[index] }));
    const accuracy = betas.map((beta) => {
      const right = labelled.filter((one) => namedEmotion(one, beta) === one.label).length;
      return (100 * right) / labelled.length;
    });
    const wrong = accuracy.filter((value, index) => Math.abs(value - accuracyPercentByBeta[index]) > 1e-5);
    const deviation = Math.abs(validationLoss(labelled, labels) - loss);
    return [
      { group: "evalLoss", record: `${truths}: loss`, deviation, tolerance: 5e-5 },
      { group: "evalLoss", record: `${truths}: accuracies`, deviation: wrong.length, tolerance: 0 },
    ];
  });
}

function namedEmotion(prediction: ClipPrediction, beta: number): number {
  return predictedEmotion(clipScores(prediction), beta);
}

function meanFrameLogProbabilities({ frameLogits = [] }: ClipPrediction): number[] {
  const rows = frameLogits.flatMap((logits) => {
    if (!logits) return [];
    const top = Math.max(...logits);
    const norm = top + Math.log(logits.reduce((sum, value) => sum + Math.exp(value - top), 0));
    return [logits.map((value) => value - norm)];
  });
  return rows[0].map((_, emotion) => rows.reduce((sum, row) => sum + row[emotion], 0) / rows.length);
}

function rowsOf(values: readonly number[], width: number): number[][] {
  return Array.from({ length: values.length / width }, (_, row) =>
    values.slice(row * width, (row + 1) * width),
  );
}

function relativeDeviation(computed: readonly number[], expected: readonly number[]): number {
  if (computed.length !== expected.length) return NaN;
  const scale = Math.max(worst(expected.map(Math.abs)), 1e-30);
  return worst(computed.map((value, index) => Math.abs(value - expected[index]))) / scale;
}

function flat(values: unknown): number[] {
  return Array.isArray(values) ? (values.flat(Infinity) as number[]) : [values as number];
}
