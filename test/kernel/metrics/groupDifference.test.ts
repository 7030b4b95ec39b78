import assert from "node:assert/strict";
import { groupDifference } from "../../../kernel/metrics/groupDifference.js";
import { Random } from "../../../kernel/random/random.js";
import { grouped, type GroupedAnswer } from "./groupedAnswers.js";

/** The difference of two groups of clips of Happy and Sad. */
function differenceOf(answers: readonly GroupedAnswer[]) {
  const { groups, classes } = grouped(answers);
  const random = new Random("difference");
  return groupDifference(groups[0], groups[1], classes, 0.95, () => random.unit());
}

/** Clips of Happy of one person, so many of them right. */
function clips(group: string, person: number, right: number, all: number): GroupedAnswer[] {
  return Array.from({ length: all }, (_, clip) => [group, 0, clip < right ? 0 : 1, person]);
}

describe("the difference of UAR between two groups", () => {
  it("is from the lower to the higher, by people who are in one group each", () => {
    const people = [0, 1, 2, 3, 4, 5];
    const found = differenceOf(people.flatMap((p) => clips(p < 3 ? "dark" : "light", p, p < 3 ? 1 : 3, 4)));
    // 3 of 4 minus 1 of 4
    assert.deepEqual([found.higher, found.lower, found.difference], ["light", "dark", 0.5]);
    assert.deepEqual([found.people, found.inBoth, found.leastP], [6, 0, 0.1]);
    assert.ok(found.interval.low < 0.5 && found.interval.high > 0.5);
  });

  it("is of each person's own clips where people are in both groups", () => {
    const people = Array.from({ length: 12 }, (_, person) => person);
    // people differ much (0 to 4 right of 4), the light by one clip
    const alike = people.flatMap((p) => [
      ...clips("front", p, 1 + (p % 4), 4),
      ...clips("side", p, p % 4, 4),
    ]);
    const found = differenceOf(alike);
    assert.deepEqual([found.higher, found.difference, found.people, found.inBoth], ["front", 0.25, 12, 12]);
    assert.ok(found.uncorrectedP < 0.01, String(found.uncorrectedP));
    assert.ok(found.interval.low > 0, "people move both UARs alike");
    const apart = differenceOf(
      alike.map(([group, truth, named, p]) => [group, truth, named, p! + (group === "side" ? 12 : 0)]),
    );
    assert.ok(apart.interval.low < 0, "other people in each group could be the reason");
    assert.ok(apart.uncorrectedP > 0.05, String(apart.uncorrectedP));
  });
});
