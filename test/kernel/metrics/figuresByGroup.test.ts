import assert from "node:assert/strict";
import { figuresOfGroups, groupDifferences } from "../../../kernel/metrics/figuresByGroup.js";
import { Random } from "../../../kernel/random/random.js";
import { byHand, grouped, type GroupedAnswer } from "./groupedAnswers.js";

function units() {
  const random = new Random("figures");
  return () => random.unit();
}

describe("figures by group", () => {
  it("are UAR over the emotions that all groups have, and WAR over all clips", () => {
    const [dark, light] = figuresOfGroups(grouped(byHand), 0.95);
    // (1/2 + 1/1) / 2 and 2/3; (2/2 + 1/2) / 2 and 4/5
    assert.deepEqual([dark.uar, light.uar], [0.75, 0.75]);
    assert.deepEqual([dark.war, light.war], [2 / 3, 4 / 5]);
    assert.deepEqual([dark.clips, light.clips, dark.people, light.people], [3, 5, 2, 2]);
    assert.ok(dark.uarInterval.low < 0.75 && dark.uarInterval.high > 0.75);
    assert.ok(dark.warInterval.low < 2 / 3 && dark.warInterval.high > 2 / 3);
  });

  it("are sentiment UAR over the sentiments that all groups have", () => {
    const [dark, light] = figuresOfGroups(grouped(byHand), 0.95);
    // positive 1 of 2 and negative 1 of 1; positive 2 of 2 and negative 1 of 2
    assert.deepEqual([dark.sentimentUar, light.sentimentUar], [0.75, 0.75]);
  });

  it("are compared pair by pair, the largest difference first, with p values corrected for three pairs", () => {
    const rates = { a: 1, b: 2, c: 4 };
    const answers = Object.entries(rates).flatMap(([group, right], at) =>
      Array.from({ length: 32 }, (_, clip): GroupedAnswer => [
        ...([group, 0, clip % 4 < right ? 0 : 1] as const),
        100 * at + (clip >> 2),
      ]),
    );
    const differences = groupDifferences(grouped(answers), 0.95, units());
    assert.deepEqual(
      differences.map(({ higher, lower, difference }) => [higher, lower, difference]),
      [
        ["c", "a", 0.75],
        ["c", "b", 0.5],
        ["b", "a", 0.25],
      ],
    );
    assert.ok(Math.abs(differences[0].interval.level - (1 - 0.05 / 3)) < 1e-12);
    for (const { p, uncorrectedP } of differences) assert.ok(p >= uncorrectedP);
  });

  it("have no difference with one group, or without an emotion in every group", () => {
    assert.deepEqual(groupDifferences(grouped(byHand.slice(1, 4)), 0.95, units()), []);
    const apart = grouped([
      ["a", 0, 0, 1],
      ["b", 1, 1, 2],
    ]);
    assert.deepEqual(groupDifferences(apart, 0.95, units()), []);
    assert.ok(figuresOfGroups(apart, 0.95).every(({ uar, war }) => Number.isNaN(uar) && war === 1));
  });
});
