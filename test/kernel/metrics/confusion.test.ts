import assert from "node:assert/strict";
import { dfewLabels } from "../../../kernel/aen/labels.js";
import { confusionClasses, confusionOf } from "../../../kernel/metrics/confusion.js";
import { confusionMatrix, mergeClasses } from "../../../kernel/metrics/confusionMatrix.js";

describe("classes that are counted as one", () => {
  const matrix = confusionMatrix([0, 1, 1, 2, 4, 6], [4, 1, 3, 0, 4, 2], 7);

  it("are the sentiment groups, whichever way they are counted", () => {
    const groups = dfewLabels.groups.map(({ emotions }) => emotions);
    const groupOf = (emotion: number) => dfewLabels.groupOf[emotion];
    const counted = confusionMatrix([0, 1, 1, 2, 4, 6].map(groupOf), [4, 1, 3, 0, 4, 2].map(groupOf), 3);
    assert.deepEqual(mergeClasses(matrix, groups), counted);
  });

  it("lose no clip when any group is folded", () => {
    for (const folded of [[], [0], [2], [0, 1, 2]]) {
      const { counts, truths, predictions, classes } = confusionOf(
        matrix,
        confusionClasses(dfewLabels, new Set(folded)),
      );
      for (const sums of [counts.flat(), truths, predictions])
        assert.equal(
          sums.reduce((a, b) => a + b, 0),
          6,
        );
      assert.equal(classes.filter((one) => one.folded).length, folded.length);
    }
  });
});
