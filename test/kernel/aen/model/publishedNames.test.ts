import assert from "node:assert/strict";
import { fromPublishedNames, ownName } from "../../../../kernel/aen/model/publishedNames.js";
import { readJson } from "../../../parity/fixtures.js";

describe("names of weights in the authors' checkpoints", () => {
  it("all have their name in ours", () => {
    const { small } = readJson<{ small: { parameters: { name: string; reference: string }[] } }>("generator");
    for (const { name, reference } of small.parameters) assert.equal(ownName(reference), name);
  });

  it("have none where the network does not use them", () => {
    for (const name of [
      "s_former.bn1.num_batches_tracked",
      "s_former.layer1.0.bn2.num_batches_tracked",
      "s_former.spatial_transformer.layers.0.0.fn.norm.weight",
      "s_former.pos_embedding",
      "fc4.weight",
      "",
    ])
      assert.equal(ownName(name), null, name);
  });

  it("tell fc0 from fc0_0 and fc0_1 from fc0_1_o", () => {
    assert.deepEqual(["fc0.bias", "fc0_0.bias", "fc0_1.bias", "fc0_1_o.bias", "fc2D.bias"].map(ownName), [
      "head.clip.bias",
      "fusion.lift.bias",
      "fusion.queryLow.bias",
      "fusion.outLow.bias",
      "head.frame.bias",
    ]);
  });

  it("of tensors are taken over with their values, the others left out", () => {
    const values = { shape: [1], data: Float32Array.of(4) };
    const tensors = new Map([
      ["fc1.weight", values],
      ["something.else", values],
    ]);
    assert.deepEqual([...fromPublishedNames(tensors)], [["head.group.weight", values]]);
  });
});
