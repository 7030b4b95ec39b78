import assert from "node:assert/strict";
import { textWidth } from "../../../../kernel/figures/drawing/labelText.js";
import { exerciseCheckSpec } from "../../../../kernel/figures/exerciseCheck/exerciseCheckSpec.js";
import { lightTheme } from "../../../../kernel/figures/theme.js";
import { partlyRight } from "../../../media/examples/exercise-check.js";

describe("the drawing of a check", () => {
  const drawn = (width: number) => {
    const spec = exerciseCheckSpec({ payload: partlyRight, width, theme: lightTheme });
    const { heads, lines } = spec.datasets as Record<string, { x: number; y: number; text: string }[]>;
    return { spec, rows: [...heads, ...lines] };
  };

  it("says state, parts and hint", () => {
    const text = drawn(560)
      .rows.map((row) => row.text)
      .join(" ");
    assert.match(
      text,
      /Partly right, 2 of 4 points ✓ the values: right ✗ the gradients: not right yet Hint: No/,
    );
  });

  it("breaks its lines so that they fit, each below the one before", () => {
    const { rows, spec } = drawn(240);
    assert.ok(rows.every(({ x, text }) => x + textWidth(text, 13) <= 240));
    assert.deepEqual(new Set(rows.map(({ y }) => y)).size, rows.length);
    assert.ok(rows.every(({ y }) => y < (spec.height as number)));
    assert.ok(rows.length > drawn(560).rows.length);
  });
});
