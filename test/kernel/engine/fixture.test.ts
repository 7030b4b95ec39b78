import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs-core";
import { lossTerms, publishedLoss } from "../../../kernel/aen/losses/lossTerms.js";
import { compareSteps } from "../../../kernel/aen/parity/compareSteps.js";
import { isWithin } from "../../../kernel/aen/parity/deviation.js";
import { fixtureClips, fixtureModel } from "../../../kernel/aen/parity/fixtureModel.js";
import { frozenRecords } from "../../../kernel/aen/parity/fixtureSteps.js";
import { publishedOptimizer } from "../../../kernel/aen/training/optimizer.js";
import { readFixture } from "../../parity/fixtures.js";

describe("three compiled training steps of AEN's small configuration", () => {
  it("give the recorded losses and updated weights of the published code", async function () {
    this.timeout(120_000);
    await tf.setBackend("cpu");
    const fixture = readFixture("small");
    const [model, clips] = [fixtureModel(fixture), fixtureClips(fixture)];
    const comparison = {
      ...{ fixture, clips, options: {}, device: "cpu" as const },
      frozen: await frozenRecords(model, clips, false, "cpu"),
      terms: lossTerms(publishedLoss),
      optimizer: publishedOptimizer,
      newModel: () => fixtureModel(fixture),
    };
    const deviations = await compareSteps(comparison);
    model.dispose();
    assert.deepEqual(
      deviations.filter((one) => !isWithin(one)),
      [],
    );
    const updated = deviations.filter(({ group }) => group.startsWith("after3 (share"));
    assert.ok(updated.length >= 3, `${updated.length} updated weights`);
    assert.ok(deviations.some(({ record }) => record.startsWith("before update 2")));
  });
});
