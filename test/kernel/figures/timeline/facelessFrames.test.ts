import assert from "node:assert/strict";
import type { ClipPayload, FramesPayload } from "../../../../kernel/contracts/payloads/clips.js";
import { readFrames } from "../../../../kernel/figures/compute/frames.js";
import { lightTheme } from "../../../../kernel/figures/theme.js";
import { facelessDatasets, facelessRuns } from "../../../../kernel/figures/timeline/facelessFrames.js";
import { timelineLayout } from "../../../../kernel/figures/timeline/timelineLayout.js";

const probabilities = [[], [], [0.1, 0.9], [], [1, 0]];
const frames: FramesPayload = {
  ...{ numbers: [0, 10, 20, 30, 40], withoutFace: [0, 10, 30] },
  ...{ pseudo: probabilities, network: probabilities },
};
const clip: ClipPayload = { id: "a", label: 0, clip: [], sentiment: [], emotion: [], frames };

describe("the frames without a face in a timeline", () => {
  const layout = timelineLayout(clip, 400);
  const { lanes, left, step } = layout;
  const { faceless, facelessLines, facelessWords } = facelessDatasets(readFrames(clip), layout, lightTheme);

  it("are runs of columns", () => {
    assert.deepEqual(facelessRuns(readFrames(clip)), [
      { from: 0, to: 1 },
      { from: 3, to: 3 },
    ]);
    assert.deepEqual(facelessRuns([]), []);
  });

  it("have a plate over their columns in each lane of labels, described by their frames", () => {
    const inPseudo = faceless.filter(({ y }) => y === lanes.pseudo!.y);
    assert.deepEqual(
      inPseudo.map(({ x, x2, description }) => [x, x2, description]),
      [
        [left + 0.5, left + 2 * step - 0.5, "Frames 0 to 10: no face"],
        [left + 3 * step + 0.5, left + 4 * step - 0.5, "Frame 30: no face"],
      ],
    );
    assert.equal(faceless.length, 3 * 2, "pseudo label, network and probabilities");
  });

  it("are struck through in both lanes, and named where the words fit", () => {
    assert.equal(facelessLines.length, 2 * 2);
    assert.equal(facelessLines[0].y, lanes.pseudo!.y + lanes.pseudo!.height / 2);
    assert.deepEqual(
      facelessWords.map(({ text, x }) => [text, x]),
      [0, 3].slice(0, step >= 49 ? 2 : 1).map((at) => ["no face", left + (at === 0 ? 1 : 3.5) * step]),
    );
  });
});
