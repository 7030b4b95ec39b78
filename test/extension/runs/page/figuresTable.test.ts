import "../../standIn/register.js";
import assert from "node:assert/strict";
import { labelsIn } from "../../../../extension/runs/recordedFiles.js";
import { prediction, twoEmotions } from "../records.js";

const { figureNames, figuresOf, rateWithInterval, withInterval } =
  await import("../../../../extension/runs/page/figuresTable.js");

describe("the figures of a run's last evaluation", () => {
  const labels = labelsIn(twoEmotions);
  // three of four happy clips and one of two sad ones are right: UAR (0.75 + 0.5) / 2, WAR 4 / 6
  const named = [0, 0, 0, 1, 1, 0];
  const predictions = named.map((emotion, clip) => prediction(`${clip}`, clip < 4 ? 0 : 1, emotion));

  it("are rates with their intervals", () => {
    const figures = figuresOf(predictions, labels);
    assert.equal(figures!.clips, 6);
    assert.match(withInterval(figures, "uar"), /^62\.5 % \(\d+\.\d to \d+\.\d\)$/);
    assert.match(withInterval(figures, "war"), /^66\.7 % \(/);
    assert.equal(figureNames().length, 7);
  });

  it("are none without predictions or labels, and for a record that makes no sense", () => {
    assert.equal(figuresOf([], labels), null);
    assert.equal(figuresOf(predictions, null), null);
    assert.equal(figuresOf([{ clip: "a" } as never], labels), null);
    assert.equal(withInterval(null, "uar"), "–");
  });

  it("have no interval where none is known", () => {
    assert.deepEqual(
      [rateWithInterval(0.5, null, 1), rateWithInterval(0.5, 0.1, 0.9)],
      ["50.0 %", "50.0 % (10.0 to 90.0)"],
    );
  });
});
