import assert from "node:assert/strict";
import { ClipSet } from "../../../../kernel/aen/clips/clipSet.js";
import { dfewLabels, LabelSet } from "../../../../kernel/aen/labels.js";
import { type EvaluateOptions, mappedFor } from "../../../../kernel/aen/training/evaluateOptions.js";
import { patternClips } from "./patternClips.js";

const model = { labels: dfewLabels };
const clips = patternClips(1);
const { emotions } = dfewLabels;
const permuted = new ClipSet(clips.clips, new LabelSet([...emotions].reverse(), { all: emotions }));

describe("the clips that an evaluation counts", () => {
  it("are the given ones where nothing is to be mapped", () => {
    assert.equal(mappedFor(model, clips, {}), null);
  });

  it("are refused where they have other labels and there is no map, whatever may be answered", () => {
    for (const options of [{}, { answers: "shared" }] as const)
      assert.throws(() => mappedFor(model, permuted, options), /or evaluate with \{ labelMap \}/);
  });

  it("are mapped by name where there is a map, an empty one for equal names", () => {
    const mapped = mappedFor(model, permuted, { labelMap: {} })!;
    assert.deepEqual(
      mapped.clips.clips.map(({ label }) => label),
      [6, 5, 4, 3, 2, 1, 0],
    );
    assert.equal(mapped.clips.labels, dfewLabels);
  });

  it("need two shared emotions before anything is computed, and a rule that there is", () => {
    const labelMap = Object.fromEntries(emotions.slice(1).map((name) => [name, null]));
    assert.throws(() => mappedFor(model, clips, { labelMap, answers: "shared" }), /at least two emotions/);
    const wrong = { answers: "Shared" } as unknown as EvaluateOptions;
    assert.throws(() => mappedFor(model, clips, wrong), /"answers" must be "all" or "shared", got "Shared"/);
  });

  it("share all emotions where labels are the network's own and none is left out", () => {
    assert.deepEqual(mappedFor(model, clips, { answers: "shared" })?.shared, emotions);
  });
});
