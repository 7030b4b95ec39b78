import assert from "node:assert/strict";
import { model as newModel } from "../../../../../kernel/aen/model/model.js";
import { smallestModel } from "../../training/patternClips.js";

describe("a model card", () => {
  const model = newModel("tiny");
  after(() => model.dispose());

  it("has the memory of the weights, with the frozen frame model's once there is one", () => {
    // 4 bytes for each of 57 153 trained weights and 360 running statistics.
    assert.equal(model.card().megabytes, (4 * 57_513) / 1e6);
    const pretrained = model.copy();
    pretrained.freezeFrameModel();
    // Stem, stages 1 to 3, tap 3 and frame head, with running statistics.
    const frozen = 1192 + 16 + (1184 + 32) + (2328 + 72) + (4320 + 96) + 544 + 455;
    const card = pretrained.card();
    assert.deepEqual([card.frozenParameters, card.megabytes], [frozen, (4 * (57_513 + frozen)) / 1e6]);
    pretrained.dispose();
  });

  it("begins with the network that it is of", () => {
    assert.match(String(model.card()), /^# Model card: AEN\n\n## Model details\n\n- AEN, preset "tiny"\n/);
  });

  it("has a latency only when it was measured, and is otherwise the same", async () => {
    const own = newModel(smallestModel);
    const card = own.card();
    assert.equal(card.latency, null);
    const measured = await card.withLatency({ device: "cpu", threads: 1, runs: 2 });
    assert.equal(measured.latency?.runs, 2);
    const others = String(measured)
      .split("\n")
      .filter((line) => !line.startsWith("- Latency of one clip: median "));
    assert.deepEqual(others, String(card).split("\n"));
    await assert.rejects(card.withLatency({ runs: 0 }), RangeError);
    own.dispose();
  });

  it("is of the moment: a model that is gone leaves it as it was", () => {
    const own = newModel(smallestModel);
    const card = own.card();
    const text = String(card);
    own.dispose();
    assert.equal(String(card), text);
  });
});
