import assert from "node:assert/strict";
import { recipeText } from "../../../../../kernel/aen/training/card/recipeText.js";

const recipe = { made: "fromList", given: ["clips.txt", { atLeast: 16 }], folder: "/home/somebody" };
const origin = { recipe, ids: [], steps: [] };

describe("the recipe of clips on a card", () => {
  it("is the call that made them and what was taken since", () => {
    const split = { test: 0.25, by: "identity" };
    const steps = [
      { split, part: "train" as const },
      { folds: { count: 5 }, fold: 2, part: "test" as const },
      { sample: 9, seed: "s" },
      { withEmotion: ["Sad"] },
      { filter: "(clip) =>\n  clip.id > `a`" },
    ];
    assert.deepEqual(recipeText({ ...origin, steps }).split(", then "), [
      '`aen.clips.fromList("clips.txt", {"atLeast":16})`',
      'the train part of `split({"test":0.25,"by":"identity"})`',
      'the test part of fold 2 of `folds({"count":5})`',
      '`sample(9, "s")`',
      '`withEmotion("Sad")`',
      "`filter((clip) => clip.id > 'a')`",
    ]);
  });

  it("names the functions of aen.stills as they are called", () => {
    const stills = { ...origin, recipe: { ...recipe, made: "stills.fromTable", given: ["t.csv"] } };
    assert.equal(recipeText(stills), '`aen.stills.fromTable("t.csv")`');
  });

  it("is unknown for clips put together in code", () => {
    assert.equal(recipeText(null), "put together in code");
  });

  it("tells nobody the folders of this machine, and stays short", () => {
    const given = ["/home/somebody/videos/*.mp4", { labels: "C:\\Users\\somebody\\labels.csv" }];
    const text = recipeText({ ...origin, recipe: { ...recipe, given } });
    assert.equal(text, '`aen.clips.fromList("*.mp4", {"labels":"labels.csv"})`');
    const long = recipeText({ ...origin, recipe: { ...recipe, given: ["x".repeat(1000)] } });
    assert.equal(long, `\`aen.clips.fromList("${"x".repeat(240 - 20)}...\``);
  });
});
