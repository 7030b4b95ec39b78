import assert from "node:assert/strict";
import * as aen from "../../../../kernel/aen/index.js";
import { notesDuring } from "../notes.js";
import { patternClips, smallestModel } from "../training/patternClips.js";

describe("the bottom-up branch in the options of an ablation", () => {
  const clips = patternClips(4);
  const data = clips.split({ by: "identity", test: 0.5, seed: 1 });
  const base = { model: smallestModel, training: { epochs: 1 } };
  const arms = aen.arms.withoutEach("energy");
  const trained = aen.model(smallestModel);
  trained.freezeFrameModel();
  after(() => trained.dispose());
  const planned = (options: Partial<aen.AblationOptions>) =>
    aen.ablation({ base, data, arms, seeds: [1], ...options });

  it("is frozen, learns, or is given, in the words of aen.train", () => {
    const plans = [
      planned({}),
      planned({ bottomUp: "frozen" }),
      planned({ bottomUp: "learns" }),
      planned({ bottomUp: trained }),
      planned({ bottomUp: { model: trained } }),
      planned({ bottomUp: { from: trained } }),
      planned({ bottomUp: { from: trained, learns: true } }),
    ].map(({ plan }) => [plan.bottomUp, plan.givenBottomUp !== null]);
    assert.deepEqual(plans, [
      ["frozen", false],
      ["frozen", false],
      ["learns", false],
      ["frozen", true],
      ["frozen", true],
      ["frozen", true],
      ["learns", true],
    ]);
  });

  it("warns of test people in the stills that a given branch learnt from, and is none of the base's training", () => {
    const fitted = { model: trained, stills: clips };
    assert.match(planned({ bottomUp: fitted }).plan.warnings.join(), /2 of 2 people are in the stills/);
    assert.deepEqual(planned({ bottomUp: { model: trained } }).plan.warnings, []);
    const within = { ...base, training: { bottomUp: fitted } };
    assert.throws(
      () => aen.ablation({ base: within, data, arms }),
      /Give \{ bottomUp \} to the ablation itself/,
    );
  });

  it("is refused where its emotions stand in another order", () => {
    const { emotions } = trained.labels;
    const reversed = aen.model(smallestModel, {
      labels: new aen.LabelSet(emotions.toReversed(), { all: emotions }),
    });
    reversed.freezeFrameModel();
    assert.throws(
      () => planned({ bottomUp: reversed }),
      /distinguishes Fear, .*; the model distinguishes Happy/,
    );
    reversed.dispose();
  });

  it("makes another study of each choice", () => {
    const choices = ["frozen", "learns", trained, { from: trained, learns: true }] as const;
    const ids = choices.map((bottomUp) => planned({ bottomUp }).plan.id);
    assert.equal(new Set(ids).size, choices.length);
  });

  it("is described in the plan's text", () => {
    assert.match(String(planned({})), /trained once per seed and fold/);
    assert.match(String(planned({ bottomUp: "learns" })), /Every run trains the whole network/);
    assert.match(
      String(planned({ bottomUp: trained })),
      /share the given bottom-up branch, which stays frozen/,
    );
  });

  it("is the same study by the old name, which is noted once", async () => {
    const notes = await notesDuring(() => {
      const pairs: [Partial<aen.AblationOptions>, Partial<aen.AblationOptions>][] = [
        [{ backbone: "frozen" }, { bottomUp: "frozen" }],
        [{ backbone: "trained" }, { bottomUp: "learns" }],
        [{ backbone: "frozen", bottomUp: trained }, { bottomUp: trained }],
        [{ backbone: "trained", bottomUp: trained }, { bottomUp: { from: trained, learns: true } }],
      ];
      for (const [old, now] of pairs) assert.equal(planned(old).plan.id, planned(now).plan.id);
    });
    assert.equal(notes.length, 1);
    assert.match(notes[0], /\{ backbone \} of an ablation is deprecated.* Use \{ bottomUp: "frozen" \}/);
  });

  it("refuses contradicting names and unknown values", () => {
    assert.throws(() => planned({ backbone: "trained", bottomUp: "frozen" }), /Leave out \{ backbone \}/);
    for (const wrong of ["trained", true, 3, {}, [], { from: "run" }, null]) {
      assert.throws(() => planned({ bottomUp: wrong as never }), /\{ bottomUp \} must be "frozen", "learns"/);
    }
  });
});
