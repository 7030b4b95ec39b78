import assert from "node:assert/strict";
import {
  leastP,
  peopleInBoth,
  permutedPeopleTest,
  type PersonInGroups,
} from "../../../kernel/metrics/permutedPeople.js";
import { Random } from "../../../kernel/random/random.js";

/** A person with four clips of one class in a group. */
function inOne(side: 0 | 1, right: number): PersonInGroups {
  const on = (count: number) => [0, 1].map((each) => [each === side ? count : 0]);
  return { clips: on(4), right: on(right) };
}

function inBoth(right: number, otherRight: number): PersonInGroups {
  return { clips: [[4], [4]], right: [[right], [otherRight]] };
}

function units(...keys: (number | string)[]) {
  const random = new Random(...keys);
  return () => random.unit();
}

describe("the permutation of people between two groups", () => {
  it("gives 2 of 20 arrangements to three people who are always right and three who never are", () => {
    const people = [4, 4, 4, 0, 0, 0].map((right, at) => inOne(at < 3 ? 0 : 1, right));
    const p = permutedPeopleTest(people, units("dealt"));
    // standard error of 4,999 draws: 0.004
    assert.ok(Math.abs(p - 0.1) < 0.017, String(p));
    assert.equal(leastP(people), 0.1);
    assert.equal(peopleInBoth(people), 0);
  });

  it("gives 2 of 64 arrangements to six people who are all better in the first group", () => {
    const people = Array.from({ length: 6 }, () => inBoth(3, 1));
    const p = permutedPeopleTest(people, units("swapped"));
    assert.ok(Math.abs(p - 2 / 64) < 0.01, String(p));
    assert.equal(leastP(people), 2 / 64);
    assert.equal(peopleInBoth(people), 6);
  });

  it("counts dealt and swapped people together: 2 of 6 and 4 make 24 arrangements", () => {
    const people = [inOne(0, 4), inOne(0, 4), inOne(1, 1), inOne(1, 1), inBoth(4, 1), inBoth(4, 1)];
    assert.equal(leastP(people), 2 / 24);
    assert.equal(leastP([inOne(0, 4), inOne(1, 4), inOne(1, 4)]), 1 / 3);
  });

  it("gives 1 where the groups do not differ", () => {
    assert.equal(permutedPeopleTest([inBoth(2, 2), inBoth(3, 3)], units("same")), 1);
  });

  /** How often p is at most 0.05 for people who differ, each with eight clips of two classes. */
  function rejections(
    rounds: number,
    gap: number,
    groupOf: (person: number, clip: number) => number,
  ): number {
    const random = new Random(7, "permuted people", gap);
    const draw = (_: unknown, person: number): PersonInGroups => {
      const ability = 0.35 + 0.3 * random.unit();
      const [clips, right] = [0, 1].map(() => [0, 1].map(() => [0, 0]));
      for (let clip = 0; clip < 16; clip++) {
        const side = groupOf(person, clip);
        clips[side][clip % 2] += 1;
        right[side][clip % 2] += Number(random.chance(ability + (side === 0 ? gap / 2 : -gap / 2)));
      }
      return { clips, right };
    };
    let rejected = 0;
    for (let round = 0; round < rounds; round++) {
      const people = Array.from({ length: 20 }, draw);
      if (permutedPeopleTest(people, () => random.unit(), 199) <= 0.05) rejected += 1;
    }
    return rejected / rounds;
  }

  const kinds: Record<string, (person: number, clip: number) => number> = {
    "a group of people": (person) => Number(person >= 8),
    "a group of clips, a quarter of each person's": (_, clip) => Number(clip >= 4),
    "a group of clips for some people": (person, clip) => Number(person < 10 ? person >= 5 : clip >= 6),
  };
  for (const [kind, groupOf] of Object.entries(kinds)) {
    it(`finds nothing in 92 % of samples without a difference, and a gap of 30 points: ${kind}`, () => {
      const nothing = rejections(300, 0, groupOf);
      assert.ok(nothing <= 0.08, `${nothing} of samples without a difference`);
      const found = rejections(60, 0.3, groupOf);
      assert.ok(found >= 0.9, `${found} of samples with a gap`);
    });
  }
});
