import assert from "node:assert/strict";
import { byHand, grouped } from "./groupedAnswers.js";

describe("clips by group", () => {
  it("are compared on the emotions that every group has clips of, and say which are missing", () => {
    const { groups, classes } = grouped(byHand);
    assert.deepEqual(
      groups.map(({ group, missing, count }) => [group, missing, count]),
      [
        ["dark", [2], 2],
        ["light", [], 2],
      ],
    );
    assert.deepEqual(classes, [0, 1]);
    assert.deepEqual(
      groups.map(({ all, shared, answers }) => [all.named.length, shared.named.length, answers.length]),
      [
        [3, 3, 3],
        [5, 4, 4],
      ],
    );
  });

  it("leave out clips without a label or a finite score, and count those without a group", () => {
    const { groups, ungrouped } = grouped([
      ...byHand,
      [undefined, 0, 0, 1],
      [undefined, null, 0, 1],
      ["other", 3, -1, 1],
      ["other", null, 3, 1],
    ]);
    assert.equal(ungrouped, 1);
    assert.deepEqual(
      groups.map(({ group }) => group),
      ["dark", "light"],
    );
  });

  it("keep their people where a clip names no one, which counts as another person's", () => {
    const { groups } = grouped([...byHand, ["dark", 0, 0]]);
    assert.deepEqual(
      groups.flatMap(({ answers }) => answers.map(({ person }) => person)).sort((a, b) => a - b),
      [0, 0, 0, 1, 1, 2, 3, 4],
    );
    assert.deepEqual([groups[0].count, groups[0].all.nameless], [3, 1]);
  });
});
