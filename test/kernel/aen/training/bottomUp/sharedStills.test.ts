import assert from "node:assert/strict";
import { ClipSet } from "../../../../../kernel/aen/clips/clipSet.js";
import type { Clip } from "../../../../../kernel/aen/clips/clip.js";
import { sharedStills } from "../../../../../kernel/aen/training/bottomUp/sharedStills.js";
import { patternStills } from "./stillsOfPattern.js";

describe("what stills share with those that a branch learnt from", () => {
  const { clips, labels } = patternStills(1);
  const setOf = (...changes: Partial<Clip>[]) =>
    new ClipSet(
      changes.map((change, at) => ({ ...clips[at], id: `still ${at}`, identity: null, ...change })),
      labels,
    );

  it("are pictures, told by their checksum under any name, or else by name and size together", () => {
    const learnt = setOf({ contentKey: "sha256:aa" }, { contentKey: "1.jpg 700" }, {});
    const copy = setOf({ id: "copy", contentKey: "sha256:aa" }, { id: "other", contentKey: "1.jpg 700" });
    assert.deepEqual(sharedStills(learnt, copy), [
      "1 of 2 stills are among those that the branch learnt from, so figures on them are optimistic.",
    ]);
    assert.match(sharedStills(learnt, learnt)[0], /^3 of 3 stills/);
  });

  it("are people, told by name", () => {
    const learnt = setOf({ identity: "a" }, { identity: "b" });
    const judged = setOf({ id: "x", identity: "b" }, { id: "y", identity: "c" }, { id: "z", identity: null });
    assert.match(sharedStills(learnt, judged).join(), /^1 of 2 people are in the stills .*Split by identity/);
    assert.deepEqual(sharedStills(learnt, setOf({ id: "x", identity: "d" })), []);
  });
});
