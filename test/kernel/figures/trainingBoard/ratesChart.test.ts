import assert from "node:assert/strict";
import type { TrainingBoardPayload } from "../../../../kernel/contracts/payloads/trainingBoard.js";
import { lightTheme } from "../../../../kernel/figures/theme.js";
import { rateKeyData, ratesChart } from "../../../../kernel/figures/trainingBoard/ratesChart.js";

const board = (count: number): TrainingBoardPayload => ({
  ...{ view: "training-board", version: 1, run: "a", state: "running", epochs: 12, epoch: count, steps: [] },
  ...{ bestEpoch: count - 1, validates: true },
  validation: Array.from({ length: count }, (_, i) => ({
    ...{ epoch: i + 1, uar: 1, war: 1, sentimentUar: 1, groupUar: 1 },
  })),
});

describe("the key of a validation", () => {
  it("stays within the width of its chart, whatever the figures", () => {
    for (const width of [150, 260, 400, 700])
      for (const { textX, text } of rateKeyData(board(12), width))
        assert.ok(Number(textX) + String(text).length * 6 <= width + 12, `${String(text)} at ${width} px`);
  });

  it("names every line that is drawn, and none that is not", () => {
    assert.deepEqual(
      rateKeyData(board(3), 700).map(({ name }) => name),
      ["UAR", "WAR", "sentiment", "best"],
    );
  });
});

describe("the chart of a validation", () => {
  const shape = (count: number) =>
    ratesChart({ payload: board(count), width: 300, height: 150, theme: lightTheme });

  it("is a sentence, not an empty chart, until there are scores", () => {
    assert.ok(!("vconcat" in shape(0)) && "vconcat" in shape(1));
  });

  it("keeps its shape while scores come in", () => {
    assert.deepEqual(shape(1), shape(9));
  });
});
