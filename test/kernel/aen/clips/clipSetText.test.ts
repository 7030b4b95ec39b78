import assert from "node:assert/strict";
import type { Clip } from "../../../../kernel/aen/clips/clip.js";
import { describeClips } from "../../../../kernel/aen/clips/clipSetText.js";
import { LabelSet } from "../../../../kernel/aen/labels.js";
import type { FrameTruth } from "../../../../kernel/contracts/frameTruth.js";

const labels = new LabelSet(["Calm", "Tense"], { all: ["Calm", "Tense"] });
function clip(label: number | null, frameCount: number, truth: readonly FrameTruth[] | null = null): Clip {
  const read = () => Promise.reject(new Error("These clips have no frames."));
  return { id: "c", label, identity: null, frameCount, frameRate: null, truth, read };
}
const text = (clips: readonly Clip[], identities: readonly string[] = []) =>
  describeClips({ clips, labels, identities });

describe("a clip set in words", () => {
  it("has a line on all, then clips and frames of each emotion, those without a clip too", () => {
    assert.equal(
      text([clip(1, 10), clip(1, 1200)], ["Ann"]),
      [
        "2 clips, 1 identity, 1,210 frames (10 to 1200 a clip)",
        "",
        "emotion  clips  frames",
        "Calm         0       0",
        "Tense        2    1210",
      ].join("\n"),
    );
  });

  it("has a row for clips without a label, and none where all have one", () => {
    const lines = text([clip(null, 3), clip(0, 3), clip(null, 3)]).split("\n");
    assert.equal(lines[0], "3 clips, 9 frames (3 a clip)");
    assert.equal(lines.at(-1), "(no label)      2       6");
    assert.doesNotMatch(text([clip(0, 3)]), /no label/);
  });

  it("counts a single clip, person and frame as one, several people as identities", () => {
    assert.match(text([clip(0, 1)], ["Ann"]), /^1 clip, 1 identity, 1 frame \(1 a clip\)\n/);
    assert.match(text([clip(0, 2)], ["Ann", "Bob"]), /^1 clip, 2 identities, 2 frames/);
  });

  it("has the share of deviating frames of each emotion where any clip has a truth", () => {
    const shown: FrameTruth = { emotion: 0, intensity: 1 };
    const truth = [
      shown,
      { ...shown, deviation: "blur" as const },
      shown,
      { ...shown, deviation: "blink" as const },
    ];
    const lines = text([clip(0, 4, truth), clip(0, 4, [shown, shown, shown, shown])]).split("\n");
    assert.deepEqual(lines.slice(2), [
      "emotion  clips  frames  deviating",
      "Calm         2       8       25 %",
      "Tense        0       0",
    ]);
  });

  it("says that there are no clips", () => {
    assert.match(text([]), /^No clips\.\n\nemotion {2}clips {2}frames\nCalm {9}0 {7}0\n/);
  });

  it("has room for more clips than a function takes arguments", () => {
    assert.match(
      text(new Array<Clip>(300_000).fill(clip(0, 2))),
      /^300,000 clips, 600,000 frames \(2 a clip\)/,
    );
  });
});
