import assert from "node:assert/strict";
import { dfewLabels } from "../../../../kernel/aen/labels.js";
import type { ClipPayload, FramesPayload } from "../../../../kernel/contracts/payloads/clips.js";
import { labelsPayload } from "../../../../kernel/figures/bundles/clipPayload.js";
import { emotionColors } from "../../../../kernel/figures/emotionColors.js";
import { lightTheme } from "../../../../kernel/figures/theme.js";
import { timelineLayout } from "../../../../kernel/figures/timeline/timelineLayout.js";
import { timelineSpec } from "../../../../kernel/figures/timeline/timelineSpec.js";

const labels = labelsPayload(dfewLabels);
const only = (emotion: number) => labels.emotions.map((_, i) => (i === emotion ? 1 : 0));
const [happy, sad] = emotionColors(labels);

function clip(frames: Partial<FramesPayload>, count = 3): ClipPayload {
  const numbers = Array.from({ length: count }, (_, frame) => 10 * frame);
  return { id: "a", label: 0, clip: [], sentiment: [], emotion: [], frames: { numbers, ...frames } };
}
const drawn = (of: ClipPayload, zoom = 1) =>
  timelineSpec({ clip: of, labels, width: 400, zoom, theme: lightTheme, description: "" }).datasets;
const near = (value: unknown, wanted: number) =>
  assert.ok(Math.abs(Number(value) - wanted) < 1e-9, `${value}, not ${wanted}`);

describe("the drawing of a timeline", () => {
  it("has a block with a letter for each emotion that is known, described for screen readers", () => {
    const { blocks, letters } = drawn(clip({ pseudo: [only(0), only(1), [null, 0.5]] }));
    assert.deepEqual(
      blocks.map(({ fill, description }) => [fill, description]),
      [
        [happy, "Frame 0, pseudo label: Happy"],
        [sad, "Frame 10, pseudo label: Sad"],
      ],
    );
    assert.deepEqual(
      letters.map(({ text }) => text),
      ["H", "Sa"],
    );
  });

  it("leaves letters and marks out where columns are too narrow, and numbers every other frame", () => {
    const many = clip({ pseudo: Array.from({ length: 20 }, () => only(1)) }, 20);
    const narrow = drawn(many, 0.5);
    assert.equal(narrow.blocks.length, 20);
    assert.deepEqual([narrow.letters, narrow.deviationMarks], [[], []]);
    assert.deepEqual(
      narrow.numbers.slice(0, 2).map(({ text }) => text),
      ["0", "30"],
      "a column is 12 pixels wide, a number needs 26",
    );
    const layout = timelineLayout(many, 400, 0.5);
    near(narrow.numbers[1].x, layout.left + 3.5 * layout.step);
    assert.equal(drawn(many).deviationMarks.length, 20);
  });

  it("stacks the probabilities of a frame by sentiment, from the bottom of their lane to the top", () => {
    const one = clip({ pseudo: [[0.2, 0.3, 0, 0, 0.5, 0, 0], only(0), only(0)] });
    const lane = timelineLayout(one, 400).lanes.probabilities!;
    const first = drawn(one).areas.filter(({ x }) => x === timelineLayout(one, 400).left);
    assert.deepEqual(
      first.slice(0, 2).map(({ emotion }) => emotion),
      [0, 4],
      "Happy and Surprise are of one group",
    );
    near(first[0].y2, lane.y + lane.height);
    near(first[0].y, lane.y + 0.8 * lane.height);
    near(first[1].y2, Number(first[0].y));
    near(first.at(-1)!.y, lane.y);
  });

  it("interrupts the probabilities where frames show no face, and draws no block there", () => {
    const one = clip({ pseudo: [only(0), [], only(0)], withoutFace: [10] });
    const { areas, blocks, deviating } = drawn(one);
    const { left, step } = timelineLayout(one, 400);
    const first = areas.filter(({ emotion }) => emotion === 0);
    assert.deepEqual(
      first.map(({ x, series }) => [x, series]),
      [0, 0.5, 1, 2, 2.5, 3].map((at, i) => [left + at * step, i < 3 ? 0 : 7]),
    );
    assert.deepEqual([blocks.length, deviating.length], [2, 0]);
  });

  it("fills the whole width of a single frame", () => {
    const one = clip({ pseudo: [only(0)] }, 1);
    const { left, step } = timelineLayout(one, 400);
    const xs = drawn(one).areas.map(({ x }) => Number(x));
    assert.deepEqual([Math.min(...xs), Math.max(...xs)], [left, left + step]);
  });

  it("hangs scores below 0 under their line, and leaves unknown ones out", () => {
    const one = clip({ score: [3, -1, null] });
    const { lanes } = timelineLayout(one, 400);
    const { bars, baselines } = drawn(one);
    const level = lanes.score!.y + 0.75 * lanes.score!.height;
    assert.equal(bars.length, 2);
    near(baselines[0].y, level);
    near(bars[0].y, lanes.score!.y);
    near(bars[0].y2, level);
    near(bars[1].y, level);
    near(bars[1].y2, lanes.score!.y + lanes.score!.height);
  });

  it("begins scores at 0, also where all are above", () => {
    const one = clip({ score: [4, 2, 3] });
    const lane = timelineLayout(one, 400).lanes.score!;
    const { bars, baselines } = drawn(one);
    near(baselines[0].y, lane.y + lane.height);
    near(bars[1].y, lane.y + lane.height / 2);
  });

  it("draws a bar of disagreement only where the two differ", () => {
    const one = clip({ pseudo: [0, 0, 0].map(only), network: [only(0), only(1), [null]] });
    const lane = timelineLayout(one, 400).lanes.disagreement!;
    const { bars } = drawn(one);
    assert.equal(bars.length, 1);
    near(bars[0].y, lane.y);
  });

  it("frames what deviates, with a full mark where that is known and an empty one where it is suspected", () => {
    const truth = [0, 1, 2].map((t) => ({ emotion: 0, intensity: 1, ...(t === 1 && { deviation: "blur" }) }));
    const known = drawn(clip({ truth, pseudo: [0, 0, 1].map(only) }));
    const suspected = drawn(clip({ pseudo: [0, 0, 1].map(only) }));
    assert.deepEqual(
      known.deviationMarks.map(({ text }) => text),
      ["▼"],
    );
    assert.deepEqual(
      suspected.deviationMarks.map(({ text }) => text),
      ["▽"],
    );
    assert.ok(Number(known.deviating[0].x) < Number(suspected.deviating[0].x), "frame 10, then frame 20");
  });

  it("shows the pictures that are there, each in its column", () => {
    const one = clip({ thumbnails: ["", "data:image/png;base64,AAAA", ""] });
    const { left, step } = timelineLayout(one, 400);
    const { thumbnails } = drawn(one);
    assert.equal(thumbnails.length, 1);
    near(thumbnails[0].x, left + step + 1);
  });
});
