import assert from "node:assert/strict";
import { LabelSet, dfewLabels } from "../../../kernel/aen/labels.js";
import { readJson } from "../../parity/fixtures.js";

describe("label set", () => {
  it("knows DFEW's seven emotions in the order of the annotation lists", () => {
    assert.equal(dfewLabels.emotionIndex("happy"), 0);
    assert.equal(dfewLabels.emotionIndex("Fear"), 6);
    assert.deepEqual(dfewLabels.groupOf, [0, 2, 1, 2, 0, 2, 2]);
  });

  it("has the labels and groups of the published code", () => {
    const facts = readJson<{ labels: string[]; groups: string[]; groupOfLabel: number[] }>("facts");
    assert.deepEqual(dfewLabels.emotions, facts.labels);
    assert.deepEqual(
      dfewLabels.groups.map(({ name }) => name),
      facts.groups,
    );
    assert.deepEqual(dfewLabels.groupOf, facts.groupOfLabel);
  });

  it("names an emotion that it does not know", () => {
    assert.throws(
      () => dfewLabels.emotionIndex("Contempt"),
      /"Contempt" is not one of the emotions Happy, Sad/,
    );
  });

  it("refuses an emotion that is in no group or in two", () => {
    assert.throws(
      () => new LabelSet(["a", "b"], { one: ["a"] }),
      /"b" must be in exactly one sentiment group, it is in 0/,
    );
    assert.throws(() => new LabelSet(["a", "b"], { one: ["a", "b"], two: ["b"] }), /"b" .* it is in 2/);
  });
});
