import assert from "node:assert/strict";
import {
  assumedEffect,
  clipsOfPeople,
  type ClipsOfPeople,
  peopleCount,
  peopleEffect,
  recallInfluences,
  shareInfluences,
  withAssumed,
} from "../../../kernel/metrics/clusteredClips.js";
import { confusionMatrix } from "../../../kernel/metrics/confusionMatrix.js";
import {
  classIntervals,
  recallIntervals,
  scoreIntervals,
  scoreNames,
} from "../../../kernel/metrics/scores.js";
import { dfewLabels } from "../../../kernel/aen/labels.js";
import { Random } from "../../../kernel/random/random.js";
import { coverageOf } from "./simulatedRates.js";

const everyClip = () => true;

/** Clips of ten people, of whom each is always named right or always wrong if `alike`. */
function shown(clips: number, people: number, alike: boolean) {
  const random = new Random("clustered", clips, people);
  const of = Array.from({ length: clips }, (_, clip) => clip % people);
  const truths = of.map((_, clip) => Math.floor(clip / people) % 7);
  const named = truths.map((truth, clip) =>
    (alike ? of[clip] % 2 === 0 : random.chance(0.5)) ? truth : (truth + 1) % 7,
  );
  return { truths, named, people: of };
}

function intervals({ truths, named, people }: ClipsOfPeople, known: boolean) {
  const matrix = confusionMatrix(truths, named, 7);
  const ofPeople = known ? { truths, named, people } : null;
  const counted = { matrix, sentiment: { matrix, ofPeople }, ofPeople };
  return { scores: scoreIntervals(counted, dfewLabels), classes: classIntervals(counted) };
}

describe("clips of the same people", () => {
  it("count as one where they are all alike, and as many as they are where they are not", () => {
    const effectOf = (clips: ClipsOfPeople) => {
      const matrix = confusionMatrix(clips.truths, clips.named, 7);
      return peopleEffect(clips, recallInfluences(matrix), everyClip, 0.5);
    };
    const alike = effectOf(shown(560, 10, true));
    assert.equal(alike.people, 10);
    assert.ok(alike.effect > 50 && alike.effect < 65, `${alike.effect} of 56 clips a person`);
    assert.ok(effectOf(shown(560, 10, false)).effect < 2);
  });

  it("have the influences on a share that sum to 0 over the clips that count", () => {
    const { truths, named } = shown(140, 10, false);
    const matrix = confusionMatrix(truths, named, 7);
    const ofClass = (truth: number) => truth === 2;
    const { influences, rate } = shareInfluences(matrix, ofClass);
    assert.ok(Math.abs(influences[2].reduce((sum, one, to) => sum + one * matrix[2][to], 0)) < 1e-12);
    assert.equal(rate, matrix[2][2] / 20);
  });

  it("are assumed to be alike by a tenth, all the more the fewer clips go the other way", () => {
    assert.equal(assumedEffect([0, 1, 2, 3]), 1, "no person has two clips");
    assert.ok(Math.abs(assumedEffect([0, 0, 0, 1, 1, 1]) - 1.2) < 1e-12);
    assert.equal(withAssumed(1, 3, 0), 3);
    assert.equal(withAssumed(4, 3, 7), 4, "what was seen is never taken for less");
    assert.ok(withAssumed(1, 3, 1000) < 1.02);
  });

  it("never make an interval narrower, and widen every one where people are alike", () => {
    for (const alike of [true, false]) {
      const clips = shown(280, 10, alike);
      const [byPerson, byClip] = [true, false].map((known) => intervals(clips, known));
      for (const name of scoreNames) {
        const [wide, narrow] = [byPerson.scores[name], byClip.scores[name]];
        assert.ok(wide.low <= narrow.low && wide.high >= narrow.high, name);
        if (alike) assert.ok(wide.high - wide.low > 1.5 * (narrow.high - narrow.low), name);
      }
      byPerson.classes.forEach((one, index) => {
        for (const name of ["recall", "precision", "f1"] as const)
          assert.ok(one[name].low <= byClip.classes[index][name].low, name);
      });
    }
  });

  it("of one person say nothing about others; all right, they leave a positive width", () => {
    const one = intervals(shown(70, 1, true), true).scores;
    for (const name of scoreNames) assert.deepEqual([one[name].low, one[name].high], [0, 1], name);
    const truths = Array.from({ length: 70 }, (_, clip) => clip % 7);
    const right = intervals({ truths, named: truths, people: truths.map((_, clip) => clip % 10) }, true);
    for (const name of scoreNames) {
      const { low, high } = right.scores[name];
      assert.ok(low > 0.7 && low < 0.99 && high === 1, `${name}: ${low}`);
    }
  });

  it("are counted where a label and a name are there, and unknown where no labelled clip names anybody", () => {
    const clips = clipsOfPeople(
      [{ person: 4 }, { person: 4 }, { person: 2 }, {}],
      [0, 1, 2, null],
      [0, 1, -1, 0],
    );
    assert.equal(peopleCount(clips), 1);
    assert.equal(peopleCount(clipsOfPeople([{ person: 4 }, {}], [0, 1], [0, 1])), 2);
    assert.equal(clipsOfPeople([{ person: 4 }, {}], [null, 1], [0, 1]), null);
    assert.equal(peopleCount(null), null);
  });

  it("hardly change an interval when one of them no longer names its person", () => {
    const { truths, named, people } = shown(140, 10, true);
    const widthOf = (nameless: number) => {
      const clips = people.map((person, clip) => (clip < nameless ? {} : { person }));
      const ofPeople = clipsOfPeople(clips, truths, named);
      const matrix = confusionMatrix(truths, named, 7);
      const { low, high } = recallIntervals(matrix, 0.95, ofPeople)[0];
      return high - low;
    };
    assert.ok(widthOf(1) > 0.9 * widthOf(0), `${widthOf(1)}, ${widthOf(0)}`);
    assert.ok(widthOf(140) < 0.5 * widthOf(0), `${widthOf(140)}, ${widthOf(0)}`);
  });

  for (const [people, clips] of [
    [6, 336],
    [10, 140],
    [20, 420],
  ]) {
    it(`give an interval that holds the true UAR in at least 92 % of samples: ${people} people, ${clips} clips`, () => {
      for (const uar of [0.3, 0.7, 0.95]) {
        const { coverage } = coverageOf({ clips, uar, people }, 300, new Random(5, clips, uar));
        assert.ok(coverage >= 0.92 - 2 * Math.sqrt((0.92 * 0.08) / 300), `${uar}: ${coverage}`);
      }
    }).timeout(60_000);
  }
});
