import assert from "node:assert/strict";
import { ClipSet } from "../../../../../kernel/aen/clips/clipSet.js";
import {
  crossValidationText,
  type FoldsTable,
} from "../../../../../kernel/aen/training/folds/crossValidationText.js";
import { patternClips } from "../patternClips.js";

const group = { groupUar: 0.75, groupWar: 0.125 };
const scores = (uar: number) => ({
  uar,
  war: 0.5,
  macroF1: 0.25,
  sentimentUar: 1,
  sentimentWar: 0,
  ...group,
});

describe("the table of folds", () => {
  // persons 0 to 3, seven clips each
  const clips = patternClips(4);
  const people = (...wanted: number[]) => clips.filter((_, index) => wanted.includes(Math.floor(index / 7)));

  function table(tests: ClipSet[], trains: ClipSet[], more: Partial<FoldsTable> = {}): string[] {
    const folds = tests.map((test, i) => ({
      ...{ fold: i + 1, clips: { train: trains[i], test } },
      evaluation: scores(0.1 * (i + 1)),
    }));
    const all = { ...scores(0.2), clips };
    return crossValidationText({
      ...{ id: "2024-folds", state: "finished", count: tests.length, folds, pooled: all },
      ...{ mean: scores(0.15), standardDeviation: scores(0.0707), ...more },
    }).split("\n");
  }

  it("has a row for each fold, then mean, deviation and all clips together", () => {
    assert.deepEqual(table([people(0, 1), people(2, 3)], [people(2, 3), people(0, 1)]), [
      "2 folds, nobody is in both the training and the test clips of a fold",
      "              clips        UAR        WAR   macro F1  sent. UAR  sent. WAR  group UAR  group WAR",
      "fold 1           14     10.0 %     50.0 %     25.0 %    100.0 %      0.0 %     75.0 %     12.5 %",
      "fold 2           14     20.0 %     50.0 %     25.0 %    100.0 %      0.0 %     75.0 %     12.5 %",
      "mean                    15.0 %     50.0 %     25.0 %    100.0 %      0.0 %     75.0 %     12.5 %",
      "deviation                7.1 %     50.0 %     25.0 %    100.0 %      0.0 %     75.0 %     12.5 %",
      "all clips        28     20.0 %     50.0 %     25.0 %    100.0 %      0.0 %     75.0 %     12.5 %",
    ]);
  });

  it("says how many frames of the held-out clips show no face", () => {
    const faceSights = ["none", "seen"] as const;
    const [first, ...others] = clips;
    const marked = new ClipSet(
      [Object.assign(Object.create(first) as typeof first, { faceSights }), ...others],
      clips.labels,
    );
    const pooled = { ...scores(0.2), clips: marked };
    const text = table([people(0, 1)], [people(2, 3)], { pooled }).at(-1);
    assert.match(text!, /^Of the held-out clips, \d+ of \d+ frames shows? no face, in 1 of 28 clips\.$/);
  });

  it("has a dash where a model has no such figure", () => {
    const mean = { ...scores(0.1), sentimentUar: Number.NaN, sentimentWar: Number.NaN };
    const line = table([people(0)], [people(1)], { mean }).find((row) => row.startsWith("mean"));
    assert.equal(
      line,
      "mean                    10.0 %     50.0 %     25.0 %          –          –     75.0 %     12.5 %",
    );
  });

  it("has no deviation for one fold, no scores without a fold, and says how to continue", () => {
    const one = table([people(0)], [people(1)], { state: "stopped", count: 5 });
    assert.equal(
      one[0],
      '1 of 5 folds; the same call with { resume: "2024-folds" } continues, ' +
        "nobody is in both the training and the test clips of a fold",
    );
    assert.deepEqual(
      one.slice(2).map((line) => line.slice(0, 9).trim()),
      ["fold 1", "mean", "all clips"],
    );
    assert.equal(table([], [], { state: "stopped", count: 5 }).length, 2);
  });

  it("warns of people in both parts of a fold, and says when identities are missing", () => {
    const [first] = table([people(0), people(1, 2), people(3)], [people(1), people(2, 3), people(0, 3)]);
    assert.match(
      first,
      /some people are in both the training and the test clips of fold 2, 3: scores are too high for new people$/,
    );
    const nobody = new ClipSet(
      clips.clips.map((clip, i) => (i === 27 ? { ...clip, identity: null } : clip)),
      clips.labels,
    );
    assert.match(table([nobody], [people(0)])[0], /some clips have no identity$/);
  });
});
