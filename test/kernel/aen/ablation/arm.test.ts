import assert from "node:assert/strict";
import fc from "fast-check";
import * as tf from "@tensorflow/tfjs-core";
import {
  arm,
  arms,
  armSettings,
  armTerms,
  expandArms,
  type ArmChanges,
} from "../../../../kernel/aen/ablation/arm.js";
import { lossTerm } from "../../../../kernel/aen/losses/lossTerm.js";

const term = (name: string, weight: number) => lossTerm(name, () => tf.scalar(0), { weight });
const base = [
  term("emotion at level 0", 1),
  term("emotion at level 1", 2),
  term("energy", 0.5),
  term("energy of all", 4),
];
const weightsOf = (changes: ArmChanges) => armTerms(changes, base).map(({ name, weight }) => [name, weight]);

describe("the loss of an arm", () => {
  it("is the base's without the terms whose names equal or start with the given one; a full name means that term alone", () => {
    assert.deepEqual(
      weightsOf({}),
      base.map(({ name, weight }) => [name, weight]),
    );
    assert.deepEqual(weightsOf({ without: "emotion" }), [
      ["energy", 0.5],
      ["energy of all", 4],
    ]);
    assert.deepEqual(
      weightsOf({ without: ["energy", "emotion at level 1"] }).map(([name]) => name),
      ["emotion at level 0", "energy of all"],
    );
  });

  it("has the given weights; 0 keeps the term switched off", () => {
    assert.deepEqual(weightsOf({ weights: { emotion: 3, energy: 0 } }), [
      ...[
        ["emotion at level 0", 3],
        ["emotion at level 1", 3],
      ],
      ...[
        ["energy", 0],
        ["energy of all", 4],
      ],
    ]);
    assert.equal(base[0].weight, 1, "the base keeps its own");
  });

  it("has the user's own terms, in place of one of the same name or after all", () => {
    const own = [term("energy", 7), term("mine", 1)];
    const terms = armTerms({ add: own, weights: { energy: 9 } }, base);
    assert.deepEqual(
      terms.map(({ name }) => name),
      [...base.map(({ name }) => name), "mine"],
    );
    assert.equal(terms[2], own[0]);
    assert.equal(armTerms({ add: own[1] }, base).at(-1), own[1]);
  });

  it("rejects an unknown term, an invalid weight, and a loss without terms", () => {
    const known = /No loss term is called "enrgy" or starts with it; the terms are "emotion at level 0", /;
    assert.throws(() => weightsOf({ without: "enrgy" }), known);
    assert.throws(() => weightsOf({ weights: { enrgy: 1 } }), known);
    for (const weight of [-1, NaN, Infinity]) {
      assert.throws(
        () => weightsOf({ weights: { energy: weight } }),
        /"energy" must be a number of 0 or more, got /,
      );
    }
    assert.throws(
      () => weightsOf({ without: ["e"] }),
      /An arm needs at least one loss term; without any it learns nothing/,
    );
  });
});

describe("the designs of arms", () => {
  const offs = (list: readonly { changes: ArmChanges }[]) =>
    list.map(({ changes }) => [changes.without ?? []].flat());

  it("leave out each term of the base, or only the named ones", () => {
    assert.deepEqual(
      offs(expandArms(arms.withoutEachTerm(), base)),
      base.map(({ name }) => [name]),
    );
    assert.deepEqual(offs(arms.withoutEach("emotion", "energy")), [["emotion"], ["energy"]]);
  });

  it("add each to an arm that has none of them", () => {
    assert.deepEqual(offs(arms.onlyEach("a", "b", "c")), [
      ["a", "b", "c"],
      ["b", "c"],
      ["a", "c"],
      ["a", "b"],
    ]);
  });

  it("are every combination but the base, each once and with its own name", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }), (count) => {
        const names = Array.from({ length: count }, (_, i) => `term ${i}`);
        const designed = arms.factorial(...names);
        assert.equal(designed.length, 2 ** count - 1);
        assert.equal(new Set(designed.map(({ name }) => name)).size, designed.length);
        assert.ok(offs(designed).every((off) => off.length > 0 && off.every((name) => names.includes(name))));
      }),
    );
  });
});

describe("the arms of a study", () => {
  it("have names that differ, none of them the base's", () => {
    const expand = (...names: string[]) =>
      expandArms(
        names.map((name) => arm(name, {})),
        base,
      );
    assert.equal(expand("a", "b").length, 2);
    assert.throws(() => expand("a", "a"), /Two arms are called "a"; the base is called "base"/);
    assert.throws(() => expand("base"), /Two arms are called "base"/);
    assert.throws(() => expandArms([{ name: " ", changes: {} }], base), /An arm needs a name/);
  });
});

describe("the settings of an arm in words", () => {
  it("name what differs besides the loss", () => {
    assert.deepEqual(armSettings({ without: "energy" }), []);
    assert.deepEqual(
      armSettings({
        ...{
          model: { heads: 2, stageWidths: undefined },
          training: { schedule: { kind: "constant" }, balanced: true },
        },
        groups: { good: ["Happy"], bad: ["Sad"] },
      }),
      ["heads: 2", 'schedule: {"kind":"constant"}', "balanced: true", "groups: good, bad"],
    );
  });
});
