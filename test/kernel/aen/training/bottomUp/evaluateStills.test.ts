import assert from "node:assert/strict";
import { ClipSet } from "../../../../../kernel/aen/clips/clipSet.js";
import { LabelSet } from "../../../../../kernel/aen/labels.js";
import { model as newModel } from "../../../../../kernel/aen/model/model.js";
import { evaluateStills } from "../../../../../kernel/aen/training/bottomUp/evaluateStills.js";
import { patternClips, smallestModel } from "../patternClips.js";
import { patternStills } from "./stillsOfPattern.js";

describe("the evaluation of a bottom-up branch on stills", () => {
  const model = newModel(smallestModel, { seed: 5 });
  const stills = patternStills(3);
  after(() => model.dispose());
  const device = "cpu";

  it("has the usual figures: matrix, UAR over people, calibration, the same at any beta", async () => {
    const result = await evaluateStills(model, stills, { device });
    const counts = result.confusion.flat();
    assert.equal(
      counts.reduce((sum, count) => sum + count, 0),
      21,
    );
    assert.equal(result.people, 3);
    assert.ok(result.intervals.uar.low <= result.uar && result.uar <= result.intervals.uar.high);
    assert.deepEqual(result.atBeta(0).confusion, result.atBeta(1).confusion);
    assert.match(result.calibration().toString(), /21/);
  });

  it("reads the labels of another data set by name", async () => {
    const labels = new LabelSet(["Fury", "Happy"], { all: ["Fury", "Happy"] });
    const clips = stills.clips.slice(0, 4).map((clip, at) => ({ ...clip, label: at % 2 }));
    const others = new ClipSet(clips, labels);
    const { predictions, mapping } = await evaluateStills(model, others, {
      device,
      labelMap: { Fury: "Angry" },
    });
    assert.deepEqual(
      predictions.map(({ label, originalLabel }) => [label, originalLabel]),
      [
        [3, "Fury"],
        [0, undefined],
        [3, "Fury"],
        [0, undefined],
      ],
    );
    assert.ok(mapping);
    await assert.rejects(evaluateStills(model, others, { device }), /The model distinguishes Happy, Sad/);
  });

  it("refuses clips with several frames", async () => {
    await assert.rejects(evaluateStills(model, patternClips(1), { device }), /7 of 7 clips are no stills/);
  });
});
