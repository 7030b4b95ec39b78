import assert from "node:assert/strict";
import { LabelSet } from "../../../../kernel/aen/labels.js";
import { displayMethod } from "../../../../kernel/contracts/mimeBundle.js";
import type { ConfusionDifferencePayload } from "../../../../kernel/contracts/payloads/confusionDifference.js";
import { viewMimeTypes } from "../../../../kernel/contracts/viewMimeTypes.js";
import { examplePredictions } from "../../figures/examples.js";
import { evaluationOf } from "./evaluatedClips.js";

const mine = examplePredictions(60, 1);
const theirs = examplePredictions(60, 2).map((one, i) => ({ ...one, label: mine[i].label }));

describe("result.minus(other)", () => {
  it("has the differences of the figures", () => {
    const [run, base] = [evaluationOf(mine), evaluationOf(theirs)];
    const difference = run.minus(base);
    for (const name of [
      "uar",
      "war",
      "macroF1",
      "sentimentUar",
      "sentimentWar",
      "groupUar",
      "groupWar",
    ] as const)
      assert.equal(difference[name], run[name] - base[name]);
    assert.equal(run.minus(run).war, 0);
  });

  it("takes clips in any order", () => {
    const reversed = evaluationOf([...theirs].reverse());
    assert.equal(
      String(evaluationOf(mine).minus(reversed)),
      String(evaluationOf(mine).minus(evaluationOf(theirs))),
    );
  });

  it("knows the clips that the two name differently", () => {
    const [run, base] = [evaluationOf(mine), evaluationOf(theirs)];
    const { changed } = run.minus(base);
    const expected = run.evaluated.filter((one, i) => one.named !== base.evaluated[i].named);
    assert.deepEqual(
      changed.map(({ clip }) => clip.id),
      expected.map(({ clip }) => clip.id),
    );
    assert.ok(changed.length > 5);
  });

  it("shows both runs by their names, with frames of clips that changed", async () => {
    const difference = evaluationOf(mine).minus(evaluationOf(theirs), {
      name: "all",
      otherName: "no energy",
    });
    const bundle = await difference[displayMethod]();
    const { run, base } = bundle[viewMimeTypes["confusion-difference"]] as ConfusionDifferencePayload;
    assert.deepEqual(
      [run.name, base.name, run.clips.length, base.clips.length],
      ["all", "no energy", 60, 60],
    );
    const changed = new Set(difference.changed.map(({ clip }) => clip.id));
    const withFrames = run.clips.filter((clip) => clip.frames);
    assert.ok(withFrames.length > 0 && withFrames.every(({ id }) => changed.has(id)));
    assert.match(String(difference), /^all minus no energy\n/);
    assert.match(String(difference), /Emotions: UAR [+−]?[\d.]+ points \([\d.]+ → [\d.]+ %\)/);
    assert.equal(bundle["text/plain"], String(difference));
  });

  it("refuses other labels, clips, truths and betas, and says which", () => {
    const run = evaluationOf(mine);
    const pain = new LabelSet(["pain", "no pain"], { Pain: ["pain"], Rest: ["no pain"] });
    const other = evaluationOf(examplePredictions(60, 1, pain), { labels: pain });
    assert.throws(() => run.minus(other), /same label set.*Happy.*and pain, no pain/);
    const fewer = evaluationOf(theirs.slice(1));
    assert.throws(() => run.minus(fewer), /\(60 and 59 clips\) only one has "clip-0001"/);
    assert.throws(() => fewer.minus(run), /\(59 and 60 clips\) only one has "clip-0001"/);
    const relabelled = evaluationOf([{ ...theirs[0], label: null }, ...theirs.slice(1)]);
    assert.throws(() => run.minus(relabelled), /"clip-0001" has another label/);
    assert.throws(() => run.minus(run.atBeta(0.5)), /beta 0\.3 and 0\.5; .* atBeta\(0\.3\)/);
  });
});
