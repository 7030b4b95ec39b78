import assert from "node:assert/strict";
import { arm, arms } from "../../../../../kernel/aen/ablation/arm.js";
import { studyCardText } from "../../../../../kernel/aen/ablation/card/studyCardText.js";
import { planStudy, type AblationOptions } from "../../../../../kernel/aen/ablation/studyPlan.js";
import { summarise } from "../../../../../kernel/aen/ablation/summarise.js";
import { syntheticClips } from "../../../../../kernel/aen/synthetic/syntheticClips.js";
import { model } from "../../../../../kernel/aen/model/model.js";
import { Random } from "../../../../../kernel/random/random.js";
import { patternClips, smallestModel } from "../../training/patternClips.js";
import { simulatedStudy } from "../simulatedStudy.js";

const simulation = {
  ...{ clips: 70, seeds: 3, abilities: [1.2, 0.2] },
  ...{ clipEase: 1, armAndClip: 0, run: 0.1, runAndEmotion: 0.1 },
};
const summary = summarise(simulatedStudy(simulation, new Random(5)));
const clips = patternClips(4);

function cardOf(options: Partial<AblationOptions> = {}, of = summary): string {
  const data = clips.split({ by: "identity", test: 0.5, seed: 1 });
  const base = { model: smallestModel, training: { epochs: 3 } };
  const plan = planStudy(base, {
    arms: arms.withoutEach("energy"),
    data,
    seeds: 3,
    name: "Mine",
    ...options,
  });
  return studyCardText(plan, of);
}

describe("the text of a study's card", () => {
  it("says what was compared: arms by what differs, seeds, epochs and the bottom-up branch", () => {
    const card = cardOf();
    assert.match(
      card,
      /^# Card of the study "Mine"\n\n## What was compared\n\n- Study [0-9a-f]{12}, finished: /,
    );
    assert.match(card, /: 6 of 6 runs finished; seeds 1, 2, 3\n/);
    assert.match(card, /\n- without energy: no energy of sentiment, no energy of emotion; 3 epochs\n/);
    assert.match(
      card,
      /\n- The bottom-up branch is pretrained \(4 epochs\) and trained once per seed and fold/,
    );
    assert.match(cardOf({ data: clips, folds: 2 }), /; 2 folds\n[^]*\n- Judged clips of fold 2: /);
  });

  it("says which clips the arms learnt from, and which people they are judged on", () => {
    assert.match(cardOf(), /\n- Training clips: 14 clips of 2 people \(Happy 2, /);
    assert.match(cardOf(), /\n- Judged clips: 14 clips of 2 people, 0 of them in the training clips too \(/);
  });

  it("has a row for each arm with the board's figures, and every verdict of the board", () => {
    const card = cardOf();
    const [base, other] = summary.arms;
    const { mean, low, high } = base.figures!.uar;
    const [level, from, to] = [mean, low, high].map((rate) => (100 * rate).toFixed(1));
    assert.ok(card.includes(`\n| base | 3 | ${level} % (${from} to ${to}) | `), card);
    const { sentence, sentiment, group } = other.toBase!;
    for (const said of [sentence, sentiment.sentence, group.sentence])
      assert.ok(card.includes(`\n- ${other.name}: ${said}`), said);
    const mute = { ...summary, arms: [base, { ...other, sentimentsNeverNamed: ["Neutral"] }] };
    assert.match(cardOf({}, mute), /\n- arm 1: the sentiment head never names Neutral\n/);
  });

  it("shows no figure where no run has finished, and no interval from one seed", () => {
    const none = summary.arms.map((each) => ({ ...each, figures: null, toBase: null }));
    const empty = cardOf({}, { ...summary, state: "planned", arms: none });
    assert.match(empty, /\n## Figures\n\nNo run has finished\.\n\n## How far/);
    const [base] = summary.arms;
    const once = Object.entries(base.figures!).map(([name, figure]) => [name, { ...figure, seeds: 1 }]);
    const single = { ...base, figures: Object.fromEntries(once) as typeof base.figures };
    assert.match(cardOf({}, { ...summary, arms: [single] }), /\n\| base \| 1 \| \d+\.\d % \| \d+\.\d % \|/);
  });

  it("keeps an arm's name from breaking the table", () => {
    const [base, other] = summary.arms;
    const odd = { ...summary, arms: [base, { ...other, name: "a|b" }] };
    assert.match(cardOf({ arms: [arm("a|b", { without: "energy" })] }, odd), /\n\| a\\\|b \| 3 \|/);
  });

  it("says what seeds vary, what to think of no difference, and the study's warnings", () => {
    const warned = cardOf({}, { ...summary, warnings: ["Too few people."] });
    assert.match(
      warned,
      /\n- Seeds vary [^]*\n- That no difference could be shown [^]*\n- Too few people\.\n/,
    );
  });

  it("speaks of drawn faces where all clips are drawn, and of a branch that was given", async () => {
    const drawnFaces = /are drawn faces: nothing is known of how it does on pictures of people/;
    const drawn = await syntheticClips({ perEmotion: 4, identities: 4, frames: 2, size: 16, seed: 1 });
    const data = drawn.split({ by: "identity", test: 0.5, seed: 1 });
    const given = model(smallestModel);
    given.freezeFrameModel();
    assert.match(cardOf({ data }), drawnFaces);
    assert.doesNotMatch(cardOf(), drawnFaces);
    assert.doesNotMatch(cardOf({ data, bottomUp: given }), drawnFaces);
    assert.match(cardOf({ bottomUp: given }), /\n- The bottom-up branch was given \(.* hash [0-9a-f]{12}\)/);
    given.dispose();
  });
});
