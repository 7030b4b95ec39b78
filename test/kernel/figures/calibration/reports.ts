import type { ReportedCalibration } from "../../../../kernel/figures/calibration/calibrationText.js";
import { calibrationFigures } from "../../../../kernel/metrics/calibrationFigures.js";
import { clipScores } from "../../../../kernel/metrics/clipScores.js";
import { fitTemperature } from "../../../../kernel/metrics/temperature.js";
import { examplePredictions } from "../examples.js";

const scores = (count: number, seed: number) =>
  examplePredictions(count, seed).map((one, i) => ({ ...clipScores(one), person: i % 14 }));

/** A report on 240 clips of 14 people. */
export const plainReport: ReportedCalibration = {
  figures: calibrationFigures(scores(240, 3), 0.3),
  scaled: null,
};

const fit = fitTemperature(scores(120, 5), 0.3);

/** The same with a temperature of other clips, of which a few are said to be the same. */
export const scaledReport: ReportedCalibration = {
  figures: plainReport.figures,
  scaled: {
    figures: calibrationFigures(scores(240, 3), 0.3, { temperature: fit.value }),
    ...{ fit, sharedClips: 12, sharedPeople: 4 },
  },
};
