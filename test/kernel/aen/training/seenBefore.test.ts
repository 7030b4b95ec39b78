import assert from "node:assert/strict";
import type { ClipSet } from "../../../../kernel/aen/clips/clipSet.js";
import { seenBefore } from "../../../../kernel/aen/training/seenBefore.js";
import { patternClips } from "./patternClips.js";

describe("what a run has seen of the clips that it is evaluated on", () => {
  const all = patternClips(4); // four people with a clip of each emotion
  const people = (...numbers: number[]) =>
    all.filter(({ identity }) => numbers.some((n) => identity === `person ${n}`));
  const seen = (learnt: ClipSet, more: object = {}) => ({
    learnt,
    stills: null,
    validated: null,
    keepsBest: false,
    ...more,
  });

  it("is nothing when the clips and their people are others", () => {
    assert.deepEqual(seenBefore(people(2, 3), seen(people(0, 1), { validated: people(2, 3) })), []);
  });

  it("are clips that it learnt from", () => {
    assert.deepEqual(seenBefore(all, seen(people(0, 1))), [
      "the run learnt from 14 of these 28 clips, so these figures are optimistic.",
    ]);
  });

  it("are people of whom it learnt other clips", () => {
    const half = (even: boolean) => all.filter(({ label }) => (label! % 2 === 0) === even);
    assert.match(
      seenBefore(half(true), seen(half(false))).join(),
      /^the run learnt from other clips of 4 of these 4 people/,
    );
  });

  it("are clips that chose its epoch, which they do not while the last epoch is kept", () => {
    const validated = people(2);
    const chosen = seenBefore(people(2, 3), seen(people(0), { validated, keepsBest: true }));
    assert.match(chosen.join(), /^the run's epoch was chosen on 7 of these 14 clips.*Validate on others/);
    assert.deepEqual(seenBefore(people(2, 3), seen(people(0), { validated })), []);
  });

  it("are people in the stills of its pretraining", () => {
    assert.match(
      seenBefore(people(2), seen(people(0), { stills: people(1, 2) })).join(),
      /1 of 1 people are in the stills/,
    );
  });
});
