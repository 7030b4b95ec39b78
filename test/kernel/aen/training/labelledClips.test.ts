import assert from "node:assert/strict";
import { ClipSet } from "../../../../kernel/aen/clips/clipSet.js";
import { labelled } from "../../../../kernel/aen/training/labelledClips.js";
import { withSights } from "./facelessClips.js";
import { patternClips } from "./patternClips.js";

describe("the clips to train on", () => {
  const clips = patternClips(1);
  /** The same clips, those whose number is given without a label. */
  const without = (...numbers: number[]) =>
    new ClipSet(
      clips.clips.map((clip, i) => (numbers.includes(i) ? { ...clip, label: null } : clip)),
      clips.labels,
    );

  it("are the very set when all have a label, so that its hash stays", () => {
    assert.equal(labelled(clips), clips);
  });

  it("are those with a label, the first emotion's (0) too", () => {
    assert.deepEqual(
      labelled(without(1, 6)).clips.map(({ label }) => label),
      [0, 2, 3, 4, 5],
    );
  });

  it("are told apart from those without a label, by number and name", () => {
    const { warn } = console;
    const told: string[] = [];
    console.warn = (text: string) => void told.push(text);
    try {
      labelled(without(1, 6));
      labelled(clips);
    } finally {
      console.warn = warn;
    }
    const names = [clips.clips[1].id, clips.clips[6].id].join(", ");
    assert.deepEqual(told, [`Note: training leaves out 2 of 7 clips, which have no label: ${names}.`]);
  });

  it("are those that show a face in some frame, where faces were searched for", () => {
    const { warn } = console;
    const told: string[] = [];
    console.warn = (text: string) => void told.push(text);
    const none = ["none", "none", "none", "none"] as const;
    const faceless = withSights(clips, (place) => (place === 2 ? none : ["none", "seen", "none", "none"]));
    try {
      assert.deepEqual(
        labelled(faceless).clips.map(({ label }) => label),
        [0, 1, 3, 4, 5, 6],
      );
    } finally {
      console.warn = warn;
    }
    const why = "training leaves out 1 of 7 clips, which show no face in any frame: pattern-2.";
    assert.deepEqual(told, [`Note: ${why}`]);
    assert.throws(() => labelled(withSights(clips, () => none)), /needs clips that show a face/);
  });

  it("must include at least one", () => {
    for (const set of [without(0, 1, 2, 3, 4, 5, 6), new ClipSet([], clips.labels)]) {
      assert.throws(() => labelled(set), {
        name: "RangeError",
        message: /needs labelled clips, and none of these has a label/,
      });
    }
  });
});
