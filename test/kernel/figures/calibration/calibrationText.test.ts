import assert from "node:assert/strict";
import {
  calibrationLines,
  calibrationText,
  temperatureLines,
  temperatureText,
} from "../../../../kernel/figures/calibration/calibrationText.js";
import { calibrationFigures } from "../../../../kernel/metrics/calibrationFigures.js";
import { plainReport, scaledReport } from "./reports.js";

const fit = { value: 1.6249, bound: null, nllUnscaled: 1.2345, nll: 1.1, clips: 60 };

describe("calibration in words", () => {
  it("keeps every line within 80 characters, at large numbers too", () => {
    const { figures, scaled } = scaledReport;
    const large = { ...scaled!, sharedClips: 12345, sharedPeople: 1234, fit: { ...fit, clips: 123456 } };
    const many = { ...figures, clips: 123456, people: 1234 };
    const lines = calibrationLines({ figures: many, scaled: { ...large, figures: many } });
    assert.equal(lines.length, 9);
    for (const line of lines) assert.ok(line.length <= 80, `${line.length}: ${line}`);
  });

  it("states error, interval, people, and a table of the bins with clips", () => {
    const text = calibrationText(plainReport);
    assert.match(
      text,
      /^Expected calibration error [\d.]+ % over 240 clips, 15 bins\.\n95 % interval [\d.]+ to /,
    );
    assert.match(text, /\nIntervals: over 14 people\.\n {3}confidence {2}clips/);
    assert.equal(text.match(/mean confidence/g)!.length, 1);
    assert.equal(calibrationText(scaledReport).match(/mean confidence/g)!.length, 2);
  });

  it("warns with the number where clips or people are those of the fit, else not", () => {
    const text = calibrationText(scaledReport);
    assert.match(text, /Warning: 12 of 240 clips have ids of clips that it was fitted on\./);
    assert.match(text, /Warning: 4 of 14 people are named like some that it was fitted on\./);
    const apart = { ...scaledReport.scaled!, sharedClips: 0, sharedPeople: 0 };
    assert.doesNotMatch(calibrationText({ ...scaledReport, scaled: apart }), /Warning|too small/);
  });

  it("says what a temperature was fitted on, and where it ends at a bound", () => {
    assert.equal(temperatureText(fit), "1.62");
    assert.deepEqual(temperatureLines(fit), [
      "Temperature fitted on 60 clips: their NLL 1.234 became 1.100.",
    ]);
    assert.match(
      temperatureLines({ ...fit, bound: "lowest" })[1],
      /the lowest that is tried: all clips are right/,
    );
    assert.match(temperatureLines({ ...fit, bound: "highest" })[1], /the highest that is tried/);
  });

  it("gives the reason where there is no interval, and no table without clips", () => {
    const one = calibrationFigures([{ label: 0, clip: [0, -1], emotion: [0, -1], sentiment: [] }], 0.3);
    assert.match(calibrationText({ figures: one, scaled: null }), /No interval: one clip says nothing/);
    const none = calibrationText({ figures: calibrationFigures([], 0.3), scaled: null });
    assert.equal(none, "Calibration: no clip has both a label and a finite score.");
  });
});
