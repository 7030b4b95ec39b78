import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs-core";
import type { LossFamily } from "../../../kernel/aen/losses/lossFamily.js";
import { publishedLoss } from "../../../kernel/aen/losses/lossOptions.js";
import { lossTerm } from "../../../kernel/aen/losses/lossTerm.js";
import { lossFamilies } from "../../../kernel/aen/losses/lossTerms.js";
import { missingFromLossFamily } from "./lossTermParts.js";

const invented: LossFamily = {
  options: [],
  published: { "invented at clip": "inventedLoss" },
  terms: () => [
    lossTerm("invented at frames", ({ frameLogits }) => tf.mean(frameLogits)),
    lossTerm("invented at clip", ({ frameLogits }) => tf.mean(frameLogits), { description: "Eyes meet." }),
  ],
};

describe("the registry of loss terms", () => {
  it("names no family that lacks a part", () => {
    const families = Object.entries<LossFamily>(lossFamilies);
    assert.deepEqual(
      families.flatMap(([name, family]) => missingFromLossFamily(name, family)),
      [],
    );
  });

  it("gives each choice of the loss to one family", () => {
    const options = Object.values<LossFamily>(lossFamilies).flatMap((family) => family.options);
    assert.deepEqual([...options].sort(), Object.keys(publishedLoss).sort());
  });

  it("is refused where a family lacks everything, with a list of what to add", () => {
    assert.deepEqual(missingFromLossFamily("invented", invented), [
      'loss terms "invented": no file kernel/aen/losses/terms/invented.ts',
      'loss terms "invented": not in lossFamilies of kernel/aen/losses/lossTerms.ts',
      'loss terms "invented": no sentence that says what "invented at frames" does',
      'loss terms "invented": no test of "invented at frames" in test/kernel/aen/losses/terms/invented.test.ts',
      'loss terms "invented": the published code recorded no "inventedLoss" in test/parity/fixtures',
    ]);
  });

  it("is refused where an option of ours is given as a quirk or as one of the first version", () => {
    const options = ["energyPooling"] as const;
    const missing = missingFromLossFamily("invented", { options, published: {}, terms: () => [] });
    assert.deepEqual(missing.slice(2), [
      'loss terms "invented": kernel/aen/model/quirks.ts has energyPooling as quirk 9, not null',
      'loss terms "invented": energyPooling is in firstLossOptions of kernel/aen/losses/lossOptions.ts, ' +
        "where no later option belongs",
    ]);
  });

  it("is refused where the tests do not try an option with each value that it has in the code", () => {
    const complete = { energyActivation: "of its own" } as never;
    const family: LossFamily = { options: ["energyActivation"], complete, published: {}, terms: () => [] };
    const line =
      'loss terms "invented": no values of energyActivation in test/kernel/aen/losses/lossChoices.ts, ' +
      "or not those of both presets and of complete";
    const found = (choices: Record<string, string[]>) => missingFromLossFamily("invented", family, choices);
    for (const values of [["sigmoid", "softmax"], ["sigmoid", "of its own"], ["softmax", "of its own"], []])
      assert.ok(found({ energyActivation: values }).includes(line), values.join());
    assert.ok(found({}).includes(line));
    assert.ok(!found({ energyActivation: ["sigmoid", "softmax", "of its own"] }).includes(line));
  });

  it("is refused where a term of ours is part of the published loss and bears another's name", () => {
    const { terms } = lossFamilies.energy;
    const missing = missingFromLossFamily("twin", { options: [], published: {}, terms });
    assert.deepEqual(missing.slice(2), [
      'loss terms "twin": another family has a term "energy of sentiment"',
      'loss terms "twin": publishedLoss does not leave "energy of sentiment" out',
      'loss terms "twin": no test of "energy of sentiment" in test/kernel/aen/losses/terms/twin.test.ts',
      'loss terms "twin": another family has a term "energy of emotion"',
      'loss terms "twin": publishedLoss does not leave "energy of emotion" out',
      'loss terms "twin": no test of "energy of emotion" in test/kernel/aen/losses/terms/twin.test.ts',
    ]);
  });
});
