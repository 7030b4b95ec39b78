import assert from "node:assert/strict";
import { sourceOf } from "../../../../kernel/exercises/exerciseCell.js";
import { feedbackNotebook } from "../../../../kernel/course/grading/feedback.js";
import { smallLesson } from "../cells.js";
import { ada, bob } from "./records.js";

describe("a student's feedback", () => {
  it("begins with points and hints, which are text whatever a submission says", () => {
    const [summary] = feedbackNotebook(ada, smallLesson).cells.map(sourceOf);
    assert.match(
      summary,
      /^# lesson-6: 2\.5 of 4 points\n\nA person reads your free answers, for up to 3 points more\./,
    );
    assert.match(summary, /\| check-2 \| 0\.5 \| 2 \| Look at &#124; &#60;b&#62;axes&#60;\/b&#62; \|/);
    assert.match(summary, /The locked cell check-1 was changed; it was graded as it was handed out/);
    assert.match(sourceOf(feedbackNotebook(bob, smallLesson).cells[0]), /\*\*Cell 3 of 9 ended the kernel/);
  });

  it("does not show the text of hidden tests", () => {
    const text = feedbackNotebook(ada, smallLesson).cells.map(sourceOf).join("\n");
    assert.doesNotMatch(text, /2 and 2\?|HIDDEN/);
    assert.match(text, /1 and 2\?/);
  });
});
