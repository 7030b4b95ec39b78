import assert from "node:assert/strict";
import { displayMethod } from "../../../../kernel/contracts/mimeBundle.js";
import { evaluationOf } from "./evaluatedClips.js";

/** A clip that is named emotion 0 with this probability. */
function prediction(index: number, label: number | null, probability: number) {
  const rest = Math.log((1 - probability) / 6);
  const scores = [Math.log(probability), rest, rest, rest, rest, rest, rest];
  return {
    ...{ clip: `clip ${index}`, label, frameNumbers: [0], sentimentLogProbabilities: [] },
    ...{ clipLogProbabilities: scores, emotionLogProbabilities: scores },
  };
}

describe("the calibration of an evaluation", () => {
  const evaluation = evaluationOf([0, 0, 0, 1].map((label, i) => prediction(i, label, 0.7)));

  it("is the distance of confidence and accuracy, and shows the bins that hold clips", () => {
    const calibration = evaluation.calibration();
    assert.ok(Math.abs(calibration.ece - 0.05) < 1e-9, String(calibration.ece));
    const [headline, , people, , ...rows] = String(calibration).split("\n");
    assert.equal(headline, "Expected calibration error 5.0 % over 4 clips, 15 bins.");
    assert.equal(people, "Intervals: each clip counted as another person's.");
    assert.deepEqual(
      rows.map((row) => row.trim().split(/\s{2,}/)),
      [["66.7 to 73.3", "4", "70.0 %", "75.0 %"]],
    );
  });

  it("is displayed as a reliability diagram and as text", async () => {
    const calibration = evaluation.calibration();
    const bundle = await calibration[displayMethod]();
    assert.equal(bundle["text/plain"], String(calibration));
    assert.match(bundle["image/svg+xml"] as string, /^<svg role="img"/);
  });

  it("shows the error with a temperature beside the one without, and warns where the clips are the same", () => {
    const { ece, scaled, ...rest } = evaluation.calibration({ temperature: evaluation.fitTemperature() });
    assert.equal(rest.clips, 4);
    assert.ok(Math.abs(ece - 0.05) < 1e-9);
    // the likeliest confidence of three right in four is 3/4, which is without error
    assert.ok(scaled!.figures.ece < 1e-9, String(scaled!.figures.ece));
    assert.equal(scaled!.sharedClips, 4);
    const text = String(evaluation.calibration({ temperature: evaluation.fitTemperature() }));
    assert.match(text, /Warning: 4 of 4 clips have ids of clips that it was fitted on\./);
  });

  it("refuses a temperature of another beta, and says what to do", () => {
    const temperature = evaluation.atBeta(0.5).fitTemperature();
    assert.throws(() => evaluation.calibration({ temperature }), {
      name: "RangeError",
      message: /atBeta\(0\.5\)/,
    });
  });

  it("takes other numbers of bins, and says where there is nothing to count", () => {
    assert.equal(evaluation.calibration({ bins: 4 }).bins.length, 4);
    assert.match(String(evaluationOf([prediction(0, null, 0.7)]).calibration()), /no clip has both a label/);
  });
});
