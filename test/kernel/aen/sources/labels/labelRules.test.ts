import assert from "node:assert/strict";
import fc from "fast-check";
import { dfewLabels } from "../../../../../kernel/aen/labels.js";
import {
  overridden,
  readWrittenLabels,
  type LabelRules,
} from "../../../../../kernel/aen/sources/labels/labelRules.js";
import { DataError } from "../../../../../kernel/files/dataError.js";

describe("the labels of a source", () => {
  const read = (labels: (string | number | null)[], rules?: LabelRules) =>
    readWrittenLabels(
      labels.map((label, at) => ({ label, place: { file: "t.csv", line: at + 2 } })),
      dfewLabels,
      rules,
      "t.csv",
    );

  it("may be names, numbers, numbers with a decimal point, and none", () => {
    assert.deepEqual(read(["happy", " Fear ", 0, "3.0", "-1", "", null]), [0, 6, 0, 3, null, null, null]);
  });

  it("are mapped before anything else, whatever their case; those mapped to null are left out", () => {
    const labelMap = { Joy: "Happy", "8": null, "1": "Angry", calm: null };
    assert.deepEqual(read(["JOY", 8, "1.0", "calm", "Sad"], { labelMap }), [0, undefined, 3, undefined, 1]);
  });

  it("are refused where the map names one of them twice", () => {
    const twice = (labelMap: LabelRules["labelMap"]) => () => read(["Happy"], { labelMap });
    assert.throws(twice({ joy: "Happy", JOY: "Sad" }), {
      name: "DataError",
      message: 't.csv: the labelMap names one label twice, as "joy" and "JOY"; keep one entry.',
    });
    assert.throws(twice({ 1: "Angry", "1.0": "Fear" }), /twice, as "1" and "1\.0"/);
    assert.throws(twice({ 2: "Angry", "02": "Fear" }), /twice, as "2" and "02"/);
  });

  it("may be mapped otherwise than a data set's own map does", () => {
    const known = { neutral: "Neutral", contempt: null };
    assert.deepEqual(overridden(known, { Contempt: "Disgust" }), { neutral: "Neutral", Contempt: "Disgust" });
    assert.deepEqual(overridden(known), known);
  });

  it("count from where they are said to", () => {
    assert.deepEqual(read([1, 7, -1], { firstLabel: 1 }), [0, 6, null]);
    assert.throws(
      () => read([0, 1], { firstLabel: 1 }),
      /t\.csv, line 2: "0" is not one of the labels 1 Happy/,
    );
    assert.deepEqual(read([1, 6], { firstLabel: 0 }), [1, 6]);
  });

  it("are refused where nothing tells from where they count", () => {
    assert.throws(() => read([1, 6]), {
      name: "DataError",
      message:
        /^t\.csv: its labels are 1 to 6, so they may count from 0 \(1 is Sad\) or from 1 \(1 is Happy\)/,
    });
    assert.throws(() => read(["Happy", 3]), /its labels are 3, so they may/);
    assert.throws(
      () => read([1, 7]),
      /line 3: "7" is not one.*If the labels count from 1, pass firstLabel: 1/,
    );
  });

  it("that count from 1 are never read as if they counted from 0, or the reverse", () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(6), { minLength: 1, maxLength: 12 }),
        fc.constantFrom(0, 1),
        (truth, first) => {
          const written = truth.map((label) => label + first);
          assert.deepEqual(read(written, { firstLabel: first }), truth);
          try {
            assert.deepEqual(read(written), truth);
          } catch (error) {
            if (!(error instanceof DataError)) throw error;
          }
        },
      ),
    );
  });
});
