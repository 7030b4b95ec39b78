import assert from "node:assert/strict";
import { byHand, type GroupedAnswer } from "../../metrics/groupedAnswers.js";
import { groupedEvaluation } from "./groupedEvaluation.js";

/** The lines below the table. */
function said(answers: readonly GroupedAnswer[]): string[] {
  const results = groupedEvaluation(answers).byGroup("skin");
  return String(results)
    .split("\n")
    .slice(1 + results.groups.length);
}

/** So many people of a group with four clips of Happy each. */
function people(group: string, first: number, count: number, right: number): GroupedAnswer[] {
  return Array.from({ length: 4 * count }, (_, clip) => [
    ...([group, 0, clip % 4 < right ? 0 : 1] as const),
    first + (clip >> 2),
  ]);
}

describe("the text of results by group", () => {
  it("says which emotions a group lacks, on how few people it rests and what was permuted", () => {
    assert.deepEqual(
      said(byHand).filter((line) => !line.startsWith("Largest")),
      [
        "dark has no clips of Neutral.",
        "UAR is over Happy, Sad; WAR is over all clips of a group.",
        "In brackets: 95 % intervals of each figure alone.",
        "dark rests on 2 people; below ten, figures are uncertain.",
        "light rests on 2 people; below ten, figures are uncertain.",
        "p permutes 4 people between the groups, each with all clips.",
        "So few people cannot give a p value below 0.333, whatever the difference.",
      ],
    );
  });

  it("gives the largest difference in points, and warns of nothing where there are enough people", () => {
    const lines = said([...people("dark", 0, 12, 1), ...people("light", 20, 12, 3)]);
    assert.equal(lines.length, 4);
    assert.match(
      lines[2],
      /^Largest difference of UAR: light - dark = 50\.0 points \(95 % interval \d+\.\d to \d+\.\d\), p < 0\.001\.$/,
    );
  });

  it("says for how many pairs interval and p value are corrected", () => {
    const three = [...people("a", 0, 12, 1), ...people("b", 20, 12, 2), ...people("c", 40, 12, 3)];
    const largest = said(three).find((line) => line.startsWith("Largest"));
    assert.match(
      largest ?? "",
      /c - a = 50.0 points \(95 % interval .* for all 3 pairs of groups together\), p .* \(Holm, 3 pairs\)/,
    );
  });

  it("says where people have clips of both groups, and where they are not known", () => {
    const both = [...people("a", 0, 12, 1), ...people("b", 0, 12, 3)];
    assert.ok(said(both).includes("p swaps the two groups within each of 12 people with clips of both."));
    const some = [...people("a", 0, 12, 1), ...people("b", 4, 12, 3)];
    assert.ok(
      said(some).includes(
        "p swaps the two groups within each of 8 people with clips of both and permutes 8 with clips of one.",
      ),
    );
    const unknown = said(both.map(([group, truth, named]) => [group, truth, named]));
    assert.ok(unknown.includes("Intervals: each clip counted as another person's."));
    assert.ok(unknown.some((line) => line.startsWith("p permutes 96 clips between the groups")));
  });

  it("says how many clips name no one, and keeps the people of the others", () => {
    const two = [...people("a", 0, 12, 1), ...people("b", 20, 12, 3)];
    const lines = said([["a", 0, 0], ...two]);
    assert.ok(lines.includes("Clips that name no one, each counted as another person's: 1."));
    assert.ok(lines.includes("p permutes 25 people between the groups, each with all clips."));
  });

  it("says which groups differ in case only", () => {
    const lines = said([...people("f", 0, 12, 1), ...people("F", 20, 12, 3), ...people("m", 40, 12, 3)]);
    assert.equal(lines.filter((line) => /differ in case only/.test(line)).length, 1);
    assert.ok(lines.some((line) => /^(f and F|F and f) differ in case only/.test(line)));
  });

  it("says the truth about one group, no common emotion, clips without a group and nothing to count", () => {
    const one = said(people("dark", 0, 12, 1));
    assert.equal(one.at(-1), "All clips are of one group, dark: there is nothing to compare.");
    const apart = said([
      ["a", 0, 0, 1],
      ["b", 1, 1, 2],
      [undefined, 1, 1, 2],
    ]);
    assert.match(apart.at(-1)!, /^No emotion has clips in every group/);
    assert.ok(apart.includes("Clips that name no skin and are left out: 1."));
    assert.deepEqual(said([["a", null, 0, 1]]), [
      "No clip with a label and finite scores names its skin: there is nothing to count.",
    ]);
  });
});
