import assert from "node:assert/strict";
import { dfewLabels } from "../../../../kernel/aen/labels.js";
import { stillConfusionMatrix } from "../../../../kernel/figures/bundles/confusionMatrix.js";
import { confusionReport } from "../../../../kernel/figures/confusionMatrix/confusionReport.js";
import { clipScores } from "../../../../kernel/metrics/clipScores.js";
import { predictionOf } from "../../aen/ablation/simulatedStudy.js";

/** Happy twice right, Sad once taken for Angry, of the same group. */
const clips = [
  [0, 0],
  [0, 0],
  [1, 3],
].map(([label, named], i) => clipScores(predictionOf(`clip ${i}`, label, named)));
const given = { clips, labels: dfewLabels, beta: 0.3 };

describe("the report on clips", () => {
  it("counts them, all groups unfolded, in the order of the groups", () => {
    const { confusion } = confusionReport(given);
    assert.deepEqual(
      confusion.classes.map(({ name }) => name),
      ["Happy", "Surprise", "Neutral", "Sad", "Angry", "Disgust", "Fear"],
    );
    assert.deepEqual([confusion.counts[0][0], confusion.counts[3][4]], [2, 1]);
    assert.equal(
      confusion.counts.flat().reduce((sum, count) => sum + count),
      3,
    );
  });

  it("gives the figures in sentences", () => {
    const { lines } = confusionReport(given);
    assert.match(lines[0], /^Emotions: UAR 50\.0 % \(.*\), WAR 66\.7 % \(/);
    assert.match(lines[2], /^Sentiment \(own head\): UAR 100\.0 % \(/);
    assert.match(lines[3], /^Sentiment \(group\): UAR 100\.0 % \(/);
    assert.match(lines[4], /^Sentiment UAR by published rules: clip head /);
    assert.match(lines[5], /^Emotions never named: Sad \(1 clip\)\.$/);
    assert.match(lines[6], /^100 % of errors stay within their sentiment group \(1 of 1\)\.$/);
    assert.match(lines[7], /^3 clips, beta 0\.30\. In brackets: 95 % interval\.$/);
  });

  it("draws intervals as it is told", () => {
    const { lines } = confusionReport({ ...given, bootstrap: { level: 0.9 } });
    assert.match(lines.at(-2)!, /90 % interval/);
  });

  it("has lines that a still picture shows uncut, however long their figures are", async () => {
    const right = [0, 1, 2, 3, 4, 5, 6].map((emotion) =>
      clipScores(predictionOf(`${emotion}`, emotion, emotion)),
    );
    const { lines } = confusionReport({ ...given, clips: right });
    assert.ok(lines.some((line) => /WAR 100\.0 % \(\d\d\.\d–100\.0\)/.test(line)));
    const picture = String((await stillConfusionMatrix({ ...given, clips: right }))["image/svg+xml"]);
    for (const line of lines) assert.ok(picture.includes(`>${line}</text>`), line);
  });

  it("is as text its title, the table and the sentences", () => {
    const { title, text, lines } = confusionReport(given);
    assert.equal(title, "Confusion matrix by sentiment group");
    assert.ok(text.startsWith(`${title}\n\n`) && text.endsWith(`\n\n${lines.join("\n")}`));
    assert.match(text, /^Happy +2 +0 +0 +0 +0 +0 +0 +100 %$/m);
    assert.match(confusionReport({ ...given, title: "Fold 2" }).text, /^Fold 2\n\n/);
  });
});
