import assert from "node:assert/strict";
import * as aen from "../../../../kernel/aen/index.js";
import { displayMethod } from "../../../../kernel/contracts/mimeBundle.js";
import { patternClips, smallestModel } from "../training/patternClips.js";

describe("a study of baselines", function () {
  this.timeout(120_000);
  const data = patternClips(4).split({ by: "identity", test: 0.5, seed: 1 });
  const training = { device: "cpu", epochs: 2, batch: 7, pretraining: { epochs: 2 } } as const;
  const base = { model: smallestModel, training };
  const expected = [...aen.baselineNames, "shuffled frames"];

  for (const bottomUp of ["frozen", "learns"] as const) {
    it(`compares them with AEN on a bottom-up branch that is ${bottomUp === "frozen" ? "frozen" : "trained"}`, async () => {
      const study = await aen.ablate(base, {
        ...{ data, seeds: 2, bottomUp, record: false, parallel: 1 },
        arms: aen.arms.baselines(),
      });
      const { arms, progress } = study.summary;
      assert.deepEqual([progress.failed, progress.finished], [0, 14]);
      assert.deepEqual(
        arms.map(({ name }) => name),
        ["base", ...expected],
      );
      for (const arm of arms) {
        const hasHead = ["base", "AEN without top-down", "shuffled frames"].includes(arm.name);
        assert.equal(Number.isFinite(arm.figures!.uar.mean), true, arm.name);
        assert.equal(Number.isFinite(arm.figures!.sentimentUar.mean), hasHead, arm.name);
        assert.deepEqual(hasHead ? [] : arm.sentimentsNeverNamed, [], arm.name);
        if (!arm.toBase) continue;
        assert.equal(arm.toBase.sentiment.verdict === "not comparable", !hasHead, arm.name);
        if (!hasHead) assert.match(arm.toBase.sentiment.sentence, /this arm has no head for sentiment/);
      }
      const bundle = await study[displayMethod]();
      assert.ok(bundle["image/svg+xml"]);
      assert.doesNotMatch(JSON.stringify(bundle), /NaN|undefined/);
    });
  }

  it("can have a baseline as its base, which AEN is then an arm of, each with its own loss", async () => {
    const gru = { ...base, model: { ...smallestModel, clipModel: "GRU" } as const };
    const study = await aen.ablate(gru, {
      ...{ data, seeds: 1, record: false, parallel: 1 },
      arms: [aen.arm("AEN", { model: { clipModel: "AEN" } })],
    });
    const [own, aenArm] = study.plan.arms;
    assert.deepEqual(
      own.terms.map(({ name, weight }) => [name, weight]),
      [["emotion at clip", 1]],
    );
    assert.ok(aenArm.terms.length > 5);
    assert.match(study.summary.arms[1].toBase!.sentiment.sentence, /the base has no head for sentiment/);
  });

  it("chooses some of them by name, and says of each what it is in the plan", () => {
    const chosen = aen.arms.baselines("GRU", "shuffled frames");
    assert.deepEqual(
      chosen.map(({ name }) => name),
      ["GRU", "shuffled frames"],
    );
    const text = String(aen.ablation({ base, arms: chosen, data, seeds: 1 }));
    assert.match(text, /clipModel: GRU/);
    assert.match(text, /frameOrder: shuffled/);
  });
});
