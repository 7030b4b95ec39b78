import assert from "node:assert/strict";
import { dfewLabels } from "../../../../kernel/aen/labels.js";
import { skipBecause } from "../../../skipBecause.js";
import { giveawaysOf, judge, judgesEach, told, type Giveaways } from "./giveaways.js";

const drawn = { perEmotion: 80, identities: 80, frames: 24, deviating: 0.5, seed: 11 };

describe("what must not tell the emotion of a drawn clip", () => {
  let fair: Giveaways;
  const judged = (context: Mocha.Context, giveaways: Giveaways, tests = 2 * judgesEach) => {
    try {
      return judge(giveaways, tests);
    } catch (error) {
      if (/No module named|ENOENT/.test(String(error)))
        skipBecause(context, "no scikit-learn: apt-get install python3-sklearn");
      throw error;
    }
  };
  before(async () => {
    fair = await giveawaysOf(drawn);
  });

  it("tells neither emotion nor sentiment to logistic regression and forests", function () {
    this.timeout(180_000);
    assert.deepEqual(told(judged(this, fair)), []);
  });

  it("tells nothing either where only other emotions mislead, and all settings are hard", async function () {
    this.timeout(180_000);
    const hard = {
      deviations: ["other emotion"],
      deviating: 0.8,
      difficulty: 1,
      skew: { darkSkin: 0.2 },
    } as const;
    assert.deepEqual(told(judged(this, await giveawaysOf({ ...drawn, ...hard, seed: 12 }))), []);
  });

  it("would be found to tell if misleading frames never showed the clip's own sentiment", async function () {
    this.timeout(180_000);
    const { groupOf } = dfewLabels;
    const leaking = await giveawaysOf(drawn, (stretches, emotion) =>
      stretches.filter(({ shown }) => shown === null || groupOf[shown] !== groupOf[emotion]),
    );
    const found = told(judged(this, { ...leaking, aspects: pick(leaking, "emotions that mislead") }));
    assert.ok(
      found.some((line) => /the sentiment from the emotions that mislead/.test(line)),
      found.join("\n"),
    );
  });

  for (const aspect of [
    "colours of frames that mislead",
    "background",
    "pose",
    "light",
    "number of deviations",
  ])
    it(`would be found to tell if one emotion differed in ${aspect}`, function () {
      this.timeout(180_000);
      const rows = fair.aspects[aspect].map((row, clip) => shifted(row, fair, aspect, clip));
      assert.notDeepEqual(told(judged(this, { ...fair, aspects: { [aspect]: rows } })), []);
    });
});

const pick = ({ aspects }: Giveaways, name: string) => ({ [name]: aspects[name] });

/** The row of a clip; of happy clips with every number larger by two standard deviations. */
function shifted(
  row: readonly number[],
  { aspects, emotions }: Giveaways,
  aspect: string,
  clip: number,
): number[] {
  if (emotions[clip] !== 0) return [...row];
  return row.map((value, at) => {
    const all = aspects[aspect].map((each) => each[at] ?? 0);
    const mean = all.reduce((sum, each) => sum + each, 0) / all.length;
    return value + 2 * Math.sqrt(all.reduce((sum, each) => sum + (each - mean) ** 2, 0) / all.length);
  });
}
