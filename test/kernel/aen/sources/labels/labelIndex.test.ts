import assert from "node:assert/strict";
import { LabelSet, dfewLabels } from "../../../../../kernel/aen/labels.js";
import { labelIndex } from "../../../../../kernel/aen/sources/labels/labelIndex.js";

describe("the index of a label", () => {
  it("is found by name, whatever its case and the spaces around it", () => {
    dfewLabels.emotions.forEach((emotion, index) => {
      assert.equal(labelIndex(emotion, dfewLabels), index);
      assert.equal(labelIndex(` ${emotion.toUpperCase()} `, dfewLabels), index);
    });
  });

  it("may be given directly, as a number or its digits; 0 is the first label and not a missing one", () => {
    assert.deepEqual(
      [0, "0", 6, "6", " 3 ", "3.0", "0."].map((label) => labelIndex(label, dfewLabels)),
      [0, 0, 6, 6, 3, 3, 0],
    );
  });

  it("is that of the given label set", () => {
    const labels = new LabelSet(["Calm", "Happy"], { all: ["Calm", "Happy"] });
    assert.equal(labelIndex("happy", labels), 1);
    assert.throws(() => labelIndex("Sad", labels), /"Sad" is not one of the labels 0 Calm, 1 Happy\.$/);
    assert.throws(
      () => labelIndex(2, labels),
      /"2" is not one.*If the labels count from 1, pass firstLabel: 1/,
    );
  });

  it("is null without a label, which published lists write as -1", () => {
    for (const none of [null, undefined, "", -1, "-1", " -1.0 "])
      assert.equal(labelIndex(none, dfewLabels), null);
  });

  it("rejects what merely resembles a label, with the file and the line", () => {
    for (const wrong of ["Happ", "Happy!", 8, -2, "1.5", 0.5, NaN, "0x1", " "]) {
      assert.throws(
        () => labelIndex(wrong, dfewLabels, { file: "t.csv", line: 4 }),
        {
          name: "DataError",
          message: /^t\.csv, line 4: ".*" is not one of the labels 0 Happy, 1 Sad, .* 6 Fear\.$/,
        },
        String(wrong),
      );
    }
  });
});
