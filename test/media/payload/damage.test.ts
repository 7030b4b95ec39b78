import assert from "node:assert/strict";
import type { ValidateFunction } from "ajv";
import type { ConfusionMatrixPayload } from "../../../kernel/contracts/payloads/confusionMatrix.js";
import { damageOf } from "../../../media/payload/damage.js";
import {
  ablationOutput,
  confusionOutput,
  differenceOutput,
  overviewOutput,
  timelineOutput,
  whatIfOutput,
} from "../examplePayloads.js";

const valid = (() => true) as unknown as ValidateFunction;

/** Every clip of a payload by its path, wherever the view keeps it. */
function clipsIn(value: unknown): { label: unknown }[] {
  if (typeof value !== "object" || value === null) return [];
  const own = "clip" in value && "label" in value ? [value as { label: unknown }] : [];
  return [...own, ...Object.values(value).flatMap(clipsIn)];
}

describe("damage of a payload", () => {
  const outputs = {
    "confusion matrix": confusionOutput(6, 2),
    timeline: timelineOutput(),
    difference: differenceOutput(),
    overview: overviewOutput(4),
    "ablation board": ablationOutput(),
    "what if": whatIfOutput(),
  };
  for (const [name, { payload }] of Object.entries(outputs)) {
    it(`is found in any clip: ${name}`, () => {
      assert.equal(damageOf(payload, valid), null);
      const count = clipsIn(payload).length;
      assert.ok(count > 0);
      for (const at of [0, Math.floor(count / 2), count - 1]) {
        const damaged = structuredClone(payload);
        clipsIn(damaged)[at].label = 99;
        assert.match(damageOf(damaged, valid) ?? "", /scores of clip ".+" do not fit its 7 emotions/);
      }
    });
  }

  it("is found in clips under a name of the view's own", () => {
    const { labels, clips } = confusionOutput(6, 2).payload as ConfusionMatrixPayload;
    const own = (label: number) => ({ labels, pairs: [{ worst: { ...clips[0], label } }] });
    assert.equal(damageOf(own(0), valid), null);
    assert.match(damageOf(own(99), valid) ?? "", /scores of clip ".+" do not fit its 7 emotions/);
  });

  it("is not seen in other data that have the names of clips and labels", () => {
    const { labels } = confusionOutput(6, 2).payload as ConfusionMatrixPayload;
    const ofClips = {
      clips: [4, 2],
      clip: "first",
      base: 1,
      run: "run-1",
      points: [0.5, null],
      arms: [["x"]],
    };
    assert.equal(damageOf({ labels, ...ofClips }, valid), null);
    const nearly = { id: "a", label: 3, clip: [1], emotion: "Happy", sentiment: null };
    assert.equal(damageOf({ labels, clips: [nearly], arms: [{ ...nearly, clip: 1 }] }, valid), null);
    for (const others of [["x", "y"], "x", null, { emotions: 7 }, { emotions: ["x"], groups: ["x"] }])
      assert.equal(damageOf({ labels: others, ...ofClips }, valid), null, JSON.stringify(others));
  });
});
