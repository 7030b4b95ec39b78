import assert from "node:assert/strict";
import type { ClipPayload } from "../../../../kernel/contracts/payloads/clips.js";
import { byDeviation, overviewLine, overviewText } from "../../../../kernel/figures/compute/overview.js";

/** A clip of emotion 0 whose first frames have another pseudo label. */
function clip(id: string, deviating: number, frames = 4): ClipPayload {
  const numbers = Array.from({ length: frames }, (_, frame) => frame);
  const pseudo = numbers.map((frame) => (frame < deviating ? [0, 1] : [1, 0]));
  return { id, label: 0, clip: [], sentiment: [], emotion: [], frames: { numbers, pseudo } };
}
const { frames: _frames, ...bare } = clip("bare", 0);
const clips = [
  clip("none", 0),
  bare,
  clip("half", 2),
  clip("all", 4),
  clip("empty", 0, 0),
  clip("half too", 2),
];

describe("clips in the order of an overview", () => {
  it("begin with those whose frames deviate most; equal ones keep their order; those without frames are left out", () => {
    assert.deepEqual(
      byDeviation(clips).map(({ id }) => id),
      ["all", "half", "half too", "none"],
    );
    assert.equal(clips[0].id, "none", "the list that was given is not sorted");
  });
});

describe("the words of an overview", () => {
  it("count the clips that are shown and those left out", () => {
    assert.equal(overviewLine([clips[0]], 1), "1 clip, those whose frames deviate most first.");
    assert.equal(
      overviewLine(byDeviation(clips), 6),
      "4 clips, those whose frames deviate most first. 2 more are left out: their frames were not saved with this view.",
    );
  });

  it("list the share of deviating frames of each clip in percent", () => {
    const [title, , , head, ...rows] = overviewText({ clips, title: "Mine" }).split("\n");
    assert.deepEqual([title, head], ["Mine", "share of deviating frames:"]);
    assert.deepEqual(rows, [" 100 %  all", "  50 %  half", "  50 %  half too", "   0 %  none"]);
  });

  it("list twenty clips at most, under a default title if none is given", () => {
    const many = Array.from({ length: 30 }, (_, i) => clip(`clip ${i}`, 1));
    const lines = overviewText({ clips: many }).split("\n");
    assert.equal(lines[0], "Frames of all clips");
    assert.match(lines[1], /^30 clips/);
    assert.equal(lines.length, 4 + 20);
  });
});
