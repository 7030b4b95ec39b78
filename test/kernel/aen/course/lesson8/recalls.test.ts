import assert from "node:assert/strict";
import { uarByGroup } from "../../../../../kernel/aen/course/lesson8/recalls.js";
import { dfewLabels } from "../../../../../kernel/aen/labels.js";
import { byHand, type GroupedAnswer } from "../../../metrics/groupedAnswers.js";
import { groupedEvaluation } from "../../results/groupedEvaluation.js";

/** The answers as the lesson hands them over. */
const plain = (answers: readonly GroupedAnswer[]) =>
  answers.map(([group, truth, named, person], at) => ({
    ...{ clip: `clip ${at}`, person: `person ${person}`, group: group! },
    ...{ truth: dfewLabels.emotions[truth!], named: dfewLabels.emotions[named] },
  }));

describe("lesson 8 asks for the figures of result.byGroup", () => {
  it("its UARs of groups are those counted by hand, over the emotions of both", () => {
    assert.deepEqual(uarByGroup(plain(byHand)), { light: 0.75, dark: 0.75 });
  });

  it("its UARs of groups are those of an evaluation", () => {
    const answers: GroupedAnswer[] = Array.from({ length: 90 }, (_, at) => [
      at % 3 ? "light" : "dark",
      (at * 5) % 4,
      (at * at) % 7 < 3 ? (at * 5) % 4 : (at * 3) % 7,
      at % 9,
    ]);
    const uars = uarByGroup(plain(answers));
    for (const { group, uar } of groupedEvaluation(answers).byGroup("skin").groups)
      assert.ok(Math.abs(uars[group] - uar) < 1e-9, group);
  });
});
