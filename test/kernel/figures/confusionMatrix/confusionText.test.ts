import assert from "node:assert/strict";
import type { ClipScores } from "../../../../kernel/contracts/clipScores.js";
import { dfewLabels } from "../../../../kernel/aen/labels.js";
import { confusionReport, reportLines } from "../../../../kernel/figures/confusionMatrix/confusionReport.js";
import { estimate } from "../../../../kernel/figures/confusionMatrix/confusionText.js";
import { clipScores } from "../../../../kernel/metrics/clipScores.js";
import { examplePredictions } from "../examples.js";

const clips = examplePredictions(20).map(clipScores);

describe("the words under a confusion matrix", () => {
  it("give a rate with its interval in percent", () => {
    assert.equal(estimate({ value: 0.6241, low: 0.5801, high: 0.6666 }), "62.4 % (58.0–66.7)");
    assert.equal(estimate({ value: NaN, low: NaN, high: NaN }), "–");
  });

  it("name the level of the intervals and the clips that are left out", () => {
    const some = [...clips, { ...clips[0], label: null }, { ...clips[1], emotion: [] }];
    const lines = reportLines({ clips: some, labels: dfewLabels, beta: 0.3, bootstrap: { level: 0.999 } });
    assert.equal(
      lines.at(-2),
      "20 clips, beta 0.30 (left out: 1 without label, 1 without a finite score). In brackets: 99.9 % interval.",
    );
  });

  it("say how many people the intervals rest on, or that each clip counts as another person's", () => {
    const last = (shown: readonly ClipScores[]) =>
      reportLines({ clips: shown, labels: dfewLabels, beta: 0.3 }).at(-1);
    assert.equal(last(clips), "Intervals: each clip counted as another person's.");
    const ofPeople = (people: number) => clips.map((clip, index) => ({ ...clip, person: index % people }));
    assert.equal(last(ofPeople(12)), "Intervals: over 12 people.");
    assert.equal(last(ofPeople(6)), "Intervals: over 6 people; below ten, they are wide and uncertain.");
    const some = "Intervals: over 13 people, 1 of them a clip that names no one.";
    assert.equal(last([...ofPeople(12), clips[0]]), some);
    assert.equal(last([...ofPeople(12), { ...clips[0], label: null }]), last(ofPeople(12)));
  });

  it("stand under a table whose rows are the truth, with recalls", () => {
    const { text, confusion } = confusionReport({ clips, labels: dfewLabels, beta: 0.3, title: "Mine" });
    const [title, , heads, ...rows] = text.split("\n");
    assert.equal(title, "Mine");
    assert.match(heads, /^ +H +Su +N +Sa +A +D +F +recall$/);
    confusion.classes.forEach(({ name }, row) => {
      assert.deepEqual(rows[row].split(/\s+/).slice(0, 8), [name, ...confusion.counts[row].map(String)]);
    });
  });
});
