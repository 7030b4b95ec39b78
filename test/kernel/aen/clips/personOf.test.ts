import assert from "node:assert/strict";
import type { Clip } from "../../../../kernel/aen/clips/clip.js";
import { ClipSet } from "../../../../kernel/aen/clips/clipSet.js";
import { personOf, personsOf } from "../../../../kernel/aen/clips/personOf.js";
import { relabelledClip } from "../../../../kernel/aen/clips/relabelledClip.js";
import { sharedPeople } from "../../../../kernel/aen/training/card/clipFigures.js";
import { dfewLabels } from "../../../../kernel/aen/labels.js";

const clip = (id: string, identity: string | null, peopleOf?: string): Clip => ({
  ...{ id, identity, label: 0, frameCount: 1, frameRate: null, truth: null },
  ...(peopleOf !== undefined && { peopleOf }),
  read: () => Promise.reject(new Error("not read here")),
});
const setOf = (...clips: Clip[]) => new ClipSet(clips, dfewLabels);

describe("the person of a clip", () => {
  it("is known by the name in its own data set, and by the name alone where none is given", () => {
    assert.deepEqual(
      [clip("a", "01", "RAVDESS"), clip("b", "01"), clip("c", null, "RAVDESS")].map(personOf),
      ["RAVDESS 01", "01", null],
    );
    assert.deepEqual(
      [...personsOf([clip("a", "1", "X"), clip("b", "1", "Y"), clip("c", "1", "X")])],
      ["X 1", "Y 1"],
    );
  });

  it("is another one than the namesake of another data set: in lists, splits, cautions and comparisons", () => {
    const [one, other] = ["RAVDESS", "CREMA-D"].map((name) =>
      setOf(...[1, 2, 3, 4].map((n) => clip(`${name} ${n}`, String(n % 2), name))),
    );
    const both = setOf(...one, ...other);
    assert.deepEqual(one.identities, ["1", "0"]);
    assert.deepEqual(both.identities, ["RAVDESS 1", "RAVDESS 0", "CREMA-D 1", "CREMA-D 0"]);
    assert.equal(both.folds(4, { by: "identity" }).length, 4, "four people");
    assert.equal(sharedPeople(one, other), 0);
    assert.equal(sharedPeople(one, both), 2);
  });

  it("stays the data set's in a copy with other labels, and can be given one of its own", () => {
    const of = clip("a", "01", "RAVDESS");
    assert.equal(personOf(relabelledClip(of, { label: 1, truth: null })), "RAVDESS 01");
    const own = setOf(clip("a", "S01"), clip("b", null)).withPeopleOf("lab 2");
    assert.deepEqual(own.clips.map(personOf), ["lab 2 S01", null]);
    assert.deepEqual(own.identities, ["S01"]);
  });
});
