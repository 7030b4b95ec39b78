import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs-core";
import { lossTerm } from "../../../../kernel/aen/losses/lossTerm.js";
import {
  choicesBehind,
  lossTerms,
  publishedLoss,
  recommendedLoss,
} from "../../../../kernel/aen/losses/lossTerms.js";

describe("the terms of AEN's loss, by SPEC.md, section 3", () => {
  it("weigh as published: 0.6, 1.4, 1.2 and 1 in all, shared out over the heads", () => {
    const weight = Object.fromEntries(lossTerms().map((term) => [term.name, term.weight]));
    const expected = {
      "sentiment at level 1": 0.42,
      "sentiment at clip": 0.18,
      "emotion at level 3": 0.98,
      "emotion at clip": 0.42,
      "semantic transfer at level 0": 1.2,
      "semantic transfer at level 1": 1.2,
      "semantic transfer at level 3": 1.2,
      "energy of sentiment": 0.7,
      "energy of emotion": 0.3,
    };
    assert.deepEqual(Object.keys(weight), Object.keys(expected));
    for (const [name, value] of Object.entries(expected))
      assert.ok(Math.abs(weight[name] - value) < 1e-12, name);
  });

  it("have a transfer term for each requested level", () => {
    const names = lossTerms({ transferLevels: [3] }).map(({ name }) => name);
    assert.deepEqual(
      names.filter((name) => name.startsWith("semantic")),
      ["semantic transfer at level 3"],
    );
  });
});

describe("the choices behind a term", () => {
  it("are known for our own, and null for a function of somebody else's", () => {
    const [term] = lossTerms({ frameScore: "share" });
    assert.deepEqual(choicesBehind(term.value), { ...publishedLoss, frameScore: "share" });
    assert.deepEqual(choicesBehind(lossTerms(recommendedLoss).at(-1)!.value), recommendedLoss);
    assert.equal(choicesBehind(lossTerm("mine", () => tf.scalar(0)).value), null);
  });
});
