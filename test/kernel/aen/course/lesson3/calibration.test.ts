import assert from "node:assert/strict";
import "../../../../../kernel/engine/tensorflow.js";
import { checkAnswer } from "../../../../../kernel/aen/course/check.js";
import { bestTemperature, calibrationError } from "../../../../../kernel/aen/course/lesson3/calibration.js";
import { calibrationBins, expectedCalibrationError } from "../../../../../kernel/metrics/calibration.js";
import { fitTemperature } from "../../../../../kernel/metrics/temperature.js";

/** Mean negative log likelihoods of the first case: scikit-learn 1.9.1, log_loss of softmax(logits / temperature). */
const logLoss: Readonly<Record<number, number>> = {
  ...{ 0.1: 12.735947166139898, 0.3: 5.486700734102184, 0.55: 3.0789151592363186, 1: 1.8401933689380237 },
  ...{ 1.5: 1.3961563259133756, 2.2: 1.1748889927544321, 3.3: 1.086652723673304, 9: 1.1683979251359697 },
};

describe("lesson 3 asks for the usual calibration", () => {
  it("its error is the product's", async () => {
    const answer = (confidence: number[], right: number[], bins: number) =>
      expectedCalibrationError(
        calibrationBins(
          confidence.map((sure, at) => ({ confidence: sure, right: right[at] === 1 })),
          bins,
        ),
      );
    assert.equal((await checkAnswer(calibrationError, answer, { hidden: true })).points, 3);
  });

  it("its best temperature has the smallest log loss of scikit-learn", async () => {
    const answer = (_logits: number[][], _labels: number[], temperatures: number[]) =>
      // The second case has temperatures that scikit-learn was not asked about.
      temperatures.reduce((best, each) => ((logLoss[each] ?? NaN) < logLoss[best] ? each : best));
    const { hint } = await checkAnswer(bestTemperature, (...given: Parameters<typeof answer>) =>
      given[0].length === 40 ? answer(...given) : NaN,
    );
    assert.match(hint!, /NaN/, "the first case is right, the second is the one that is not");
  });

  it("it lies nearest to the temperature that the product fits", async () => {
    const answer = (logits: number[][], labels: number[], temperatures: number[]) => {
      const clips = logits.map((row, at) => ({
        ...{ label: labels[at], clip: row, emotion: row, sentiment: [] },
      }));
      const { value } = fitTemperature(clips, 0.3);
      const distance = (temperature: number) => Math.abs(Math.log(temperature / value));
      return temperatures.reduce((best, each) => (distance(each) < distance(best) ? each : best));
    };
    assert.equal((await checkAnswer(bestTemperature, answer, { hidden: true })).points, 2);
  });
});
