import assert from "node:assert/strict";
import { dfewLabels, LabelSet } from "../../../../kernel/aen/labels.js";
import { confusionLayout } from "../../../../kernel/figures/confusionMatrix/confusionLayout.js";
import { confusionClasses } from "../../../../kernel/metrics/confusion.js";

const seven = confusionClasses(dfewLabels);
const named = (...names: string[]) => confusionClasses(new LabelSet(names, { all: names }));
const steps = (places: readonly number[]) => places.slice(1).map((place, k) => Math.round(place - places[k]));
const near = (value: number, wanted: number) => assert.ok(Math.abs(value - wanted) < 1e-9, `${value}`);

describe("the layout of a confusion matrix", () => {
  for (const width of [320, 600, 800]) {
    it(`fits into ${width} pixels, with the margins beside square cells`, () => {
      const layout = confusionLayout(seven, width);
      assert.ok(layout.width <= width, String(layout.width));
      near(layout.x[6] + layout.cell, layout.right);
      near(layout.y[6] + layout.cell, layout.bottom);
      assert.ok(layout.right + layout.bar <= layout.width && layout.bottom < layout.height);
      assert.deepEqual(steps(layout.x), steps(layout.y));
    });
  }

  it("parts the sentiment groups, and only those", () => {
    const { x, cell } = confusionLayout(seven, 600);
    const gaps = steps(x).map((step) => step - cell);
    // Happy, Surprise | Neutral | Sad, Angry, Disgust, Fear
    assert.deepEqual(gaps, [0, 6, 6, 0, 0, 0]);
  });

  it("grows beyond the page before cells become too small to read, and no cell becomes huge", () => {
    const many = named(...Array.from({ length: 30 }, (_, i) => `emotion ${i}`));
    const crowded = confusionLayout(many, 320);
    assert.equal(crowded.cell, 24);
    assert.ok(crowded.width > 320);
    assert.equal(confusionLayout(named("a", "b"), 2000).cell, 58);
  });

  it("turns the names of columns that are wider than a cell, and gives them room up to a limit", () => {
    const short = confusionLayout(named("a", "b"), 600);
    const long = confusionLayout(named("Contempt and disdain", "b"), 600);
    const endless = confusionLayout(named("m".repeat(99), "b"), 600);
    assert.deepEqual([short.turned, long.turned, endless.turned], [false, true, true]);
    assert.ok(short.columnNames < long.columnNames);
    assert.deepEqual([endless.columnNames, endless.rowNames], [96, 130]);
    assert.equal(confusionLayout(named("m".repeat(99), "b"), 400).rowNames, 60);
  });
});
