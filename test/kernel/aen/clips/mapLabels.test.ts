import assert from "node:assert/strict";
import type { Clip } from "../../../../kernel/aen/clips/clip.js";
import { ClipSet } from "../../../../kernel/aen/clips/clipSet.js";
import { mapLabels } from "../../../../kernel/aen/clips/mapLabels.js";
import { dfewLabels } from "../../../../kernel/aen/labels.js";
import { mafwLabels } from "../../../../kernel/aen/sources/datasets/mafwLabels.js";

/** A clip with a name of MAFW as its label; `shown` are the emotions of its frames. */
function clipOf(id: string, name: string | null, shown?: readonly string[]): Clip {
  const truth = shown?.map((one) => ({ emotion: mafwLabels.emotionIndex(one), intensity: 1 })) ?? null;
  return {
    ...{ id, label: name === null ? null : mafwLabels.emotionIndex(name), identity: null },
    ...{ frameCount: 2, frameRate: 25, truth },
    read: () => Promise.reject(new Error("no frames")),
  };
}

const set = new ClipSet(
  [
    clipOf("a", "Anxiety", ["Neutral", "Anxiety"]),
    clipOf("b", "Contempt"),
    clipOf("c", "Happy", ["Contempt", "Happy"]),
    clipOf("d", null, ["Sad", "Sad"]),
    clipOf("e", "Contempt"),
  ],
  mafwLabels,
).leavingOut([{ clip: "f", reason: "it has no face" }]);
const mapped = mapLabels(set, dfewLabels, { Anxiety: "Fear", Contempt: null });

describe("a set of clips in another label set", () => {
  it("has each label by name, and clips without a label remain without", () => {
    assert.equal(mapped.clips.labels, dfewLabels);
    assert.deepEqual(
      mapped.clips.clips.map(({ id, label, originalLabel }) => [id, label, originalLabel]),
      [
        ["a", 6, "Anxiety"],
        ["c", 0, undefined],
        ["d", null, undefined],
      ],
    );
  });

  it("goes with the very same clips in their own labels, whose frames are cached", () => {
    assert.equal(mapped.source.labels, mafwLabels);
    assert.deepEqual(
      mapped.source.clips.map((clip) => set.clips.indexOf(clip)),
      [0, 2, 3],
    );
  });

  it("counts and names the clips that the map leaves out, beside those that were left out before", () => {
    assert.deepEqual(
      mapped.leftOut.filter(({ clips }) => clips > 0),
      [{ label: "Contempt", clips: 2 }],
    );
    assert.deepEqual(mapped.clips.leftOut, [
      { clip: "f", reason: "it has no face" },
      { clip: "b", reason: "the labelMap leaves out Contempt" },
      { clip: "e", reason: "the labelMap leaves out Contempt" },
    ]);
  });

  it("says what each label was read as, and which emotions its clips can have", () => {
    const { emotionOf } = mapped;
    assert.deepEqual([emotionOf.Anxiety, emotionOf.Contempt, emotionOf.Sad], ["Fear", null, "Sad"]);
    assert.deepEqual(mapped.shared, dfewLabels.emotions);
    const { shared } = mapLabels(set, dfewLabels, { Anxiety: "Fear", Contempt: null, Neutral: null });
    assert.deepEqual(shared, ["Happy", "Sad", "Angry", "Surprise", "Disgust", "Fear"]);
  });

  it("keeps the truth of frames by name, unless a frame shows what the network has no name for", () => {
    const [a, c, d] = mapped.clips.clips.map(({ truth }) => truth?.map(({ emotion }) => emotion));
    assert.deepEqual([a, c, d], [[2, 6], undefined, [1, 1]]);
  });

  it("keeps the first name of a clip that is mapped twice", () => {
    const [first] = mapLabels(mapped.clips, dfewLabels).clips;
    assert.deepEqual([first.label, first.originalLabel], [6, "Anxiety"]);
  });
});
