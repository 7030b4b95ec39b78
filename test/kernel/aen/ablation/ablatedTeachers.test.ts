import assert from "node:assert/strict";
import * as aen from "../../../../kernel/aen/index.js";
import { patternClips, smallestModel } from "../training/patternClips.js";

describe("a bottom-up branch that learnt from terms of the study", () => {
  const clips = patternClips(4);
  const data = clips.split({ by: "identity", test: 0.5, seed: 1 });
  const loss = aen.lossTerms();
  const emotionOnly = loss.filter(({ name }) => name.startsWith("emotion"));

  async function warningsOf(options: aen.TrainOptions, arms: readonly aen.Arm[]) {
    const from = await aen.train(aen.model(smallestModel), data.train, {
      ...{ epochs: 1, pretraining: { epochs: 1 }, record: false },
      ...options,
    });
    const study = aen.ablation({
      base: { model: smallestModel, training: { loss } },
      data,
      arms,
      bottomUp: from,
    });
    await from.dispose();
    return { warnings: study.plan.warnings, text: String(study) };
  }

  it("is warned of in the plan, by the terms that arms leave out or weigh differently", async () => {
    const weights = { "sentiment at level 1": 2 };
    const arms = [...aen.arms.withoutEach("energy"), aen.arm("more", { weights })];
    const { warnings, text } = await warningsOf({ loss }, arms);
    assert.match(
      warnings.join(),
      /learnt from .*"sentiment at level 1".*"energy of sentiment", "energy of emotion"/,
    );
    assert.doesNotMatch(warnings.join(), /semantic transfer/, "which no arm changes");
    assert.match(text, /Note: The given bottom-up branch learnt from/);
  });

  for (const [what, options, arms] of [
    ["none that an arm changes", { loss: emotionOnly }, aen.arms.withoutEach("energy")],
    ["stills alone", { loss, epochs: 0 }, aen.arms.withoutEach("energy")],
    ["stills alone, and was frozen then", { loss, bottomUp: "frozen" }, aen.arms.withoutEach("energy")],
    [
      "all terms, where arms change the network",
      { loss },
      [aen.arm("deeper", { model: { temporalDepth: 2 } })],
    ],
  ] as const) {
    it(`is fine when it learnt from ${what}`, async () => {
      assert.deepEqual((await warningsOf(options, arms)).warnings, []);
    });
  }
});
