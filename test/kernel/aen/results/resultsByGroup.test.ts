import assert from "node:assert/strict";
import { displayMethod } from "../../../../kernel/contracts/mimeBundle.js";
import { byHand } from "../../metrics/groupedAnswers.js";
import { groupedEvaluation } from "./groupedEvaluation.js";

describe("the results of an evaluation by group", () => {
  it("are rows by name of the group and the largest difference", () => {
    const results = groupedEvaluation(byHand).byGroup("skin");
    assert.deepEqual(
      results.groups.map(({ group, uar, people }) => [group, uar, people]),
      [
        ["dark", 0.75, 2],
        ["light", 0.75, 2],
      ],
    );
    assert.deepEqual(results.emotions, ["Happy", "Sad"]);
    assert.equal(results.largest?.difference, 0);
    assert.equal(results.largest.p, 1);
    assert.deepEqual([results.field, results.ungrouped], ["skin", 0]);
  });

  it("are the same at every call, and of the clips as they are fused with another beta", () => {
    const evaluation = groupedEvaluation(byHand);
    assert.equal(String(evaluation.byGroup("skin")), String(evaluation.byGroup("skin")));
    assert.equal(evaluation.atBeta(1).byGroup("skin").groups[0].uar, 0.75);
  });

  it("show a table as text and as Markdown, in which names of groups stay text", () => {
    const answers = byHand.map(([group, ...rest]) => [`<b>${group}`, ...rest] as const);
    const results = groupedEvaluation(answers).byGroup("skin");
    const shown = results[displayMethod]();
    assert.equal(shown["text/plain"], String(results));
    const [heading, rule, dark] = String(shown["text/markdown"]).split("\n");
    assert.equal(heading, "| skin | clips | people | UAR | WAR | sentiment UAR |");
    assert.equal(rule, "| --- | --- | --- | --- | --- | --- |");
    assert.match(dark, /^\| \\<b\\>dark \| 3 \| 2 \| 75\.0 % \(/);
  });

  it("are refused for a field that no clip names", () => {
    assert.throws(() => groupedEvaluation(byHand).byGroup("sex"), /the fields of clip.groups are skin/);
  });
});
