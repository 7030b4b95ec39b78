import assert from "node:assert/strict";
import { lossTerms, publishedLoss } from "../../../../kernel/aen/losses/lossTerms.js";
import { labelInput } from "../../../../kernel/aen/parity/comparison.js";
import { sampleDeviation } from "../../../../kernel/aen/parity/deviation.js";
import type { TensorRecord } from "../../../../kernel/aen/parity/fixture.js";
import { fixtureClips, fixtureModel } from "../../../../kernel/aen/parity/fixtureModel.js";
import {
  forwardRecords,
  frozenRecords,
  gradientRecords,
  lossRecords,
  type Records,
} from "../../../../kernel/aen/parity/fixtureSteps.js";
import type { ArrayValue } from "../../../../kernel/engine/contract.js";
import { readFixture } from "../../../parity/fixtures.js";

describe("the values that are recorded of a run of the network", function () {
  this.timeout(120_000);
  const fixture = readFixture("small");
  const model = fixtureModel(fixture);
  const clips = fixtureClips(fixture);
  const terms = lossTerms(publishedLoss);
  let frozen: ArrayValue;
  before(async () => (frozen = await frozenRecords(model, clips, false, "cpu")));
  after(() => model.dispose());

  /** As the published code recorded it, or some of it. */
  function assertRecorded({ data }: ArrayValue, record: TensorRecord): void {
    const off = sampleDeviation(data as Float32Array, record);
    assert.ok(off < 1e-4, `${off}`);
  }
  const sorted = (records: Records) => [...records.keys()].sort();

  it("are in evaluation those of the fixture, by the same names, pseudo labels among them", async () => {
    const records = await forwardRecords(model, clips, false, "cpu");
    for (const name of Object.keys(fixture.eval)) assert.ok(records.has(name), name);
    for (const name of ["logProbs.clip", "logProbs.group", "logProbs.emotion"]) {
      assertRecorded(records.get(name)!, fixture.eval[name]);
    }
    assert.deepEqual(frozen.shape, [3, 4, 7]);
    assert.deepEqual(records.get("frameLogits.frozen")!.data, frozen.data);
    assertRecorded(frozen, fixture.eval["frameLogits.frozen"]);
  });

  it("of the frozen frame model in training differ: its norms use the batch", async () => {
    const { data } = await frozenRecords(model, clips, true, "cpu");
    assert.ok(data.some((value, i) => Math.abs(value - frozen.data[i]) > 1e-2));
  });

  it("have of each term the value, and what it is made of", async () => {
    const inputs = { clips, labels: labelInput(fixture.labels, model), pseudoLabelLogits: frozen };
    const records = await lossRecords(model, inputs, terms, "cpu");
    const expected = [...Object.keys(fixture.trainLossInputs), ...terms.map(({ name }) => `term/${name}`)];
    assert.deepEqual(sorted(records), expected.sort());
    assertRecorded(records.get("frozenDistribution")!, fixture.trainLossInputs.frozenDistribution);
  });

  it("have gradients of the weights on which the loss depends, and of no other", async () => {
    const inputs = { clips, labels: labelInput(fixture.labels, model), pseudoLabelLogits: frozen };
    const gradients = await gradientRecords(model, inputs, terms, "cpu");
    assert.deepEqual(sorted(gradients), Object.keys(fixture.gradients).sort());
    assert.ok(fixture.noGradient.every((name) => !gradients.has(name)));
    assertRecorded(gradients.get("head.clip.bias")!, fixture.gradients["head.clip.bias"]);
  });
});
