import assert from "node:assert/strict";
import { dfewLabels } from "../../../../kernel/aen/labels.js";
import type { ClipPayload, FramesPayload } from "../../../../kernel/contracts/payloads/clips.js";
import { labelsPayload } from "../../../../kernel/figures/bundles/clipPayload.js";
import { overviewSpec, type OverviewColor } from "../../../../kernel/figures/clipOverview/overviewSpec.js";
import { emotionColors } from "../../../../kernel/figures/emotionColors.js";
import { lightTheme } from "../../../../kernel/figures/theme.js";

const labels = labelsPayload(dfewLabels);
const colors = emotionColors(labels);
/** The probabilities of a frame that one emotion has for itself. */
const only = (emotion: number) => labels.emotions.map((_, i) => (i === emotion ? 1 : 0));

function clip(id: string, frames?: Partial<FramesPayload>, label: number | null = 0): ClipPayload {
  return {
    id,
    label,
    clip: [],
    sentiment: [],
    emotion: [],
    ...(frames && { frames: { numbers: [], ...frames } }),
  };
}
const clips = [
  clip("first", { numbers: [0, 1, 2], pseudo: [0, 0, 1].map(only), network: [0, 1, 1].map(only) }),
  clip("second", {
    numbers: [0, 1],
    truth: [
      { emotion: 3, intensity: 1 },
      { emotion: 2, intensity: 0, deviation: "blur" },
    ],
  }),
  clip("bare"),
];
const drawn = (color: OverviewColor = "pseudo", more: { width?: number; selected?: string } = {}) =>
  overviewSpec({ clips, labels, color, width: 400, theme: lightTheme, description: "", ...more });
const fills = (color: OverviewColor) => drawn(color).datasets.cells.map(({ fill }) => fill);

describe("the overview of clips", () => {
  it("has a row for each clip and a cell for each frame that is kept", () => {
    const { cells, rows, names } = drawn().datasets;
    assert.deepEqual(
      cells.map(({ y }) => y),
      [21, 21, 21, 39, 39],
    );
    assert.equal(cells[0].x, cells[3].x, "frames stand below each other");
    assert.deepEqual(
      names.map(({ text, y }) => [text, y]),
      [
        ["first", 29],
        ["second", 47],
        ["bare", 65],
      ],
    );
    assert.equal(rows.length, 3);
  });

  it("stands in columns where many clips have room beside each other", () => {
    const many = Array.from({ length: 24 }, (_, i) =>
      clip(`clip ${i}`, { numbers: Array.from({ length: 16 }, (_, t) => t) }),
    );
    const { datasets, ...spec } = overviewSpec({
      ...{ clips: many, labels, color: "pseudo", width: 800, theme: lightTheme, description: "" },
    });
    assert.ok(Number(spec.width) <= 800 && Number(spec.width) > 700, `${String(spec.width)} px wide`);
    const [first, second] = [datasets.rows[0], datasets.rows[12]];
    assert.equal(first.y, second.y);
    assert.ok(Number(second.x) >= Number(first.x2), "the second column is right of the first");
  });

  it("colours frames by the emotion of pseudo label, network or truth; unknown ones like the plate", () => {
    const { plate } = lightTheme;
    assert.deepEqual(fills("pseudo"), [colors[0], colors[0], colors[1], plate, plate]);
    assert.deepEqual(fills("network"), [colors[0], colors[1], colors[1], plate, plate]);
    assert.deepEqual(fills("truth"), [plate, plate, plate, colors[3], colors[2]]);
  });

  it("colours disagreement from none to no overlap", () => {
    const [agreed, apart, , unknown] = fills("disagreement");
    assert.notEqual(agreed, apart);
    assert.equal(apart, "rgb(8, 48, 107)", "the far end of the scale, #08306b");
    assert.equal(unknown, agreed);
  });

  it("underlines the frames that deviate, in their own cell", () => {
    const { cells, deviations } = drawn().datasets;
    assert.deepEqual(
      deviations.map(({ x, x2 }) => [x, x2]),
      [cells[2], cells[4]].map(({ x, x2 }) => [x, x2]),
    );
    const [y, top, bottom] = [deviations[0].y, cells[2].y, cells[2].y2].map(Number);
    assert.ok(y > top && y < bottom);
  });

  it("strikes frames without a face through, whatever their colour means, and counts them", () => {
    const of = { numbers: [0, 1], withoutFace: [1], pseudo: [only(1), []], network: [only(1), []] };
    for (const color of ["pseudo", "network", "disagreement"] as const) {
      const spec = { clips: [clip("a", of)], labels, color, width: 400, theme: lightTheme, description: "" };
      const { cells, facelessLines, rows } = overviewSpec(spec).datasets;
      assert.equal(cells[1].fill, lightTheme.plate);
      assert.deepEqual(
        facelessLines.map(({ x }) => x),
        [cells[1].x],
      );
      assert.equal(rows[0].description, "a, Happy: 1 of 2 frames deviate, 1 without a face");
    }
  });

  it("describes each row, and outlines the one that is selected", () => {
    const { rows } = drawn("pseudo", { selected: "bare" }).datasets;
    assert.deepEqual(
      rows.map(({ description }) => description),
      [
        "first, Happy: 1 of 3 frames deviate",
        "second, Happy: 1 of 2 frames deviate",
        "bare, Happy: 0 of 0 frames deviate",
      ],
    );
    assert.deepEqual(
      rows.map(({ stroke }) => stroke === lightTheme.accent),
      [false, false, true],
    );
  });

  it("numbers as many columns as have room, and draws any number of frames", () => {
    const numbers = Array.from({ length: 200 }, (_, frame) => frame);
    const long = { clips: [clip("long", { numbers })], labels, color: "pseudo", theme: lightTheme } as const;
    const { datasets, width } = overviewSpec({ ...long, width: 400, description: "" });
    assert.ok((width as number) > 200 * 3, "frames stay three pixels wide, beyond the page");
    assert.deepEqual(
      datasets.heads.slice(0, 3).map(({ text }) => text),
      ["0", "10", "20"],
    );
    const few = drawn("pseudo", { width: 800 }).datasets.heads.map(({ text }) => text);
    assert.deepEqual(few, ["0", "1", "2"]);
  });
});
