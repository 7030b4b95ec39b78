import assert from "node:assert/strict";
import fc from "fast-check";
import type { Clip } from "../../../../kernel/aen/clips/clip.js";
import { divideClips, type DivideOptions } from "../../../../kernel/aen/clips/clipSplit.js";

function clip(id: string, label: number | null, identity: string | null): Clip {
  const read = () => Promise.reject(new Error("These clips have no frames."));
  return { id, label, identity, frameCount: 1, frameRate: null, truth: null, read };
}
/** `count` clips of each label, shown by nobody in particular. */
const labelled = (...counts: number[]) =>
  counts.flatMap((count, label) =>
    Array.from({ length: count }, (_, i) => clip(`${label} ${i}`, label, null)),
  );
const sizes = (parts: readonly Clip[][]) => parts.map(({ length }) => length);
const people = (part: readonly Clip[]) => new Set(part.map(({ identity }) => identity));

const casts = fc
  .array(fc.tuple(fc.nat(9), fc.option(fc.nat(3))), { minLength: 1, maxLength: 40 })
  .map((cast) => cast.map(([person, label], i) => clip(`${i}`, label, `person ${person}`)));
const shares = fc.array(fc.double({ min: 0.05, max: 1, noNaN: true }), { minLength: 1, maxLength: 4 });
const options = fc.record({
  seed: fc.nat(),
  stratify: fc.boolean(),
  by: fc.constantFrom("identity", "clip", undefined),
});

describe("clips that are split", () => {
  it("are each in one part, in their order; no part is empty, and nobody is in two parts", () => {
    fc.assert(
      fc.property(casts, shares, options, (clips, wanted, how: DivideOptions) => {
        const groups = how.by === "clip" ? clips.length : people(clips).size;
        fc.pre(groups >= wanted.length);
        const parts = divideClips(clips, wanted, how);
        assert.equal(parts.length, wanted.length);
        assert.deepEqual(new Set(parts.flat()), new Set(clips));
        assert.equal(parts.flat().length, clips.length);
        for (const part of parts) {
          assert.ok(part.length > 0);
          assert.deepEqual(
            part,
            [...part].sort((a, b) => clips.indexOf(a) - clips.indexOf(b)),
          );
        }
        if (how.by === "clip") return;
        const seen = parts.flatMap((part) => [...people(part)]);
        assert.equal(new Set(seen).size, seen.length, "a person on two sides");
      }),
    );
  });

  it("are shared out by the ratio of the parts, within each emotion too", () => {
    assert.deepEqual(sizes(divideClips(labelled(8), [3, 1])), [6, 2]);
    const parts = divideClips(labelled(8, 4, 12), [0.75, 0.25], { seed: 3 });
    const counts = parts.map((part) =>
      [0, 1, 2].map((label) => part.filter((one) => one.label === label).length),
    );
    assert.deepEqual(counts, [
      [6, 3, 9],
      [2, 1, 3],
    ]);
    const nine = labelled(9);
    assert.deepEqual(divideClips(nine, [1, 1, 1]), divideClips(nine, [5, 5, 5]), "only ratios matter");
  });

  it("need not keep the shares of emotions", () => {
    const testCounts = Array.from({ length: 20 }, (_, seed) => {
      const [, test] = divideClips(labelled(8, 8), [3, 1], { seed, stratify: false });
      assert.equal(test.length, 4);
      return test.filter(({ label }) => label === 0).length;
    });
    assert.ok(new Set(testCounts).size > 1, testCounts.join());
  });

  it("are split by person if all have an identity, otherwise one by one", () => {
    const two = [0, 1, 2, 3].map((i) => clip(`${i}`, 0, i < 2 ? "Ann" : "Bob"));
    for (let seed = 0; seed < 8; seed++)
      for (const part of divideClips(two, [1, 1], { seed })) assert.equal(people(part).size, 1);
    const one = [...two.slice(0, 3), clip("3", 0, null)];
    assert.deepEqual(sizes(divideClips(one, [3, 1])), [3, 1], "Ann's two clips need not stay together");
  });

  it("are split the same way for the same seed, differently for another", () => {
    const ids = (seed?: number | string) =>
      divideClips(labelled(20), [1, 1], { seed })[0].map(({ id }) => id);
    assert.deepEqual(ids("a"), ids("a"));
    assert.notDeepEqual(ids("a"), ids("b"));
    assert.deepEqual(ids(), ids(0));
  });

  it("must have at least one identity or clip for each part", () => {
    const ann = [clip("a", 0, "Ann"), clip("b", 1, "Ann")];
    assert.throws(() => divideClips(ann, [1, 1]), /^RangeError: 1 identity cannot be split into 2 parts/);
    assert.throws(
      () => divideClips(labelled(2), [1, 1, 1]),
      /^RangeError: 2 clips cannot be split into 3 parts/,
    );
    assert.equal(divideClips(ann, [1, 1], { by: "clip" }).length, 2);
  });

  it("cannot be split by person if one has no identity, nor by anything but identity or clip", () => {
    const unknown = [clip("a", 0, "Ann"), clip("b", 0, null)];
    assert.throws(
      () => divideClips(unknown, [1, 1], { by: "identity" }),
      /Clip "b" has no identity, so the set cannot be split by identity/,
    );
    assert.throws(() => divideClips(unknown, [1, 1], { by: "person" as "clip" }), /not by "person"/);
  });
});
