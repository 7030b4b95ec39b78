import assert from "node:assert/strict";
import { ClipSet } from "../../../../../kernel/aen/clips/clipSet.js";
import { ListedClip } from "../../../../../kernel/aen/sources/annotations/listedClip.js";
import { foldPairs, requireUntested } from "../../../../../kernel/aen/training/folds/foldPairs.js";
import { patternClips } from "../patternClips.js";

describe("the pairs of a cross-validation", () => {
  const clips = patternClips(5);
  const ids = (set: ClipSet) => set.clips.map(({ id }) => id);
  const part = (from: number, to: number) => clips.filter((_, index) => index >= from && index < to);

  it("are five by default, and test every clip once", () => {
    const pairs = foldPairs(clips, {});
    assert.equal(pairs.length, 5);
    assert.deepEqual(pairs.flatMap(({ test }) => ids(test)).sort(), ids(clips).sort());
    for (const { train, test } of pairs)
      assert.deepEqual([...ids(train), ...ids(test)].sort(), ids(clips).sort());
  });

  it("depend on the seed, and keep persons together", () => {
    const tests = (seed: number) =>
      foldPairs(clips, { folds: 5, by: "identity", seed }).map(({ test }) => ids(test).join());
    assert.deepEqual(tests(1), tests(1));
    assert.ok([2, 3, 4, 5].some((seed) => tests(seed).join("|") !== tests(1).join("|")));
    for (const { train, test } of foldPairs(clips, { by: "identity" })) {
      assert.ok(test.identities.every((identity) => !train.identities.includes(identity)));
    }
  });

  it("are the given ones, also when they leave clips out", () => {
    const pairs = [{ train: part(0, 7), test: part(7, 14) }];
    assert.equal(foldPairs(clips, { folds: pairs }), pairs);
  });

  it("are rejected when there are none, or a clip is on both sides or tested twice", () => {
    const pair = { train: part(0, 7), test: part(7, 14) };
    assert.throws(() => foldPairs(clips, { folds: [] }), /needs at least one fold/);
    const both = { train: part(0, 8), test: part(7, 14) };
    assert.throws(
      () => foldPairs(clips, { folds: [{ train: part(14, 21), test: part(0, 7) }, both] }),
      /^RangeError: Fold 2 has the clip "pattern-7" in both its training and its test clips/,
    );
    const twice = { train: part(0, 7), test: part(13, 21) };
    assert.throws(
      () => foldPairs(clips, { folds: [pair, twice] }),
      /"pattern-13" is held out twice, in fold 1 and fold 2/,
    );
  });
});

describe("folds of two data sets that name their clips alike", () => {
  const listed = (folder: string) =>
    new ClipSet(
      [1, 2].map((number) => new ListedClip(folder, { path: `0000${number}`, frames: 16, label: number })),
      patternClips(1).labels,
    );

  it("are no repetitions", () => {
    const [one, other] = [listed("/data/one"), listed("/data/other")];
    const pairs = [
      { train: one, test: other },
      { train: other, test: one },
    ];
    assert.equal(foldPairs(one, { folds: pairs }), pairs);
    assert.throws(
      () => foldPairs(one, { folds: [{ train: one, test: listed("/data/one") }] }),
      /in both its training/,
    );
    assert.throws(
      () => foldPairs(one, { folds: [pairs[0], pairs[0]] }),
      /is held out twice, in fold 1 and fold 2/,
    );
  });
});

describe("the clips that all folds validate on", () => {
  const clips = patternClips(2);
  const pairs = [{ train: clips, test: patternClips(1, "tested") }];

  it("may be a share, none, or clips that no fold is tested on", () => {
    for (const validate of [undefined, 0.2, patternClips(1, "others"), clips])
      requireUntested(validate, pairs);
  });

  it("must not be test clips of a fold, the same object or the same content", () => {
    const copies = patternClips(1, "tested");
    for (const validate of [pairs[0].test, copies]) {
      assert.throws(
        () => requireUntested(validate, pairs),
        /The clip "tested-0" is both a test clip of fold 1 and a validation clip/,
      );
    }
  });

  it("may have the id of a tested clip when their content is another's", () => {
    const withKey = (set: ClipSet, key: string) =>
      new ClipSet(
        set.clips.map((clip) => ({ ...clip, contentKey: key + clip.id })),
        set.labels,
      );
    const [{ test }] = pairs;
    requireUntested(withKey(test, "b"), [{ train: clips, test: withKey(test, "a") }]);
    assert.throws(
      () => requireUntested(withKey(test, "a"), [{ train: clips, test: withKey(test, "a") }]),
      RangeError,
    );
  });
});
