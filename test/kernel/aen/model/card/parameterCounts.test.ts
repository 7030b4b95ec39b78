import assert from "node:assert/strict";
import { parameterCounts } from "../../../../../kernel/aen/model/card/parameterCounts.js";
import { parameterList } from "../../../../../kernel/aen/model/parameterList.js";
import { configurationOf, presets } from "../../../../../kernel/aen/model/presets.js";
import { readJson } from "../../../../parity/fixtures.js";

describe("the parameters on a card", () => {
  it("of the preset tiny are those counted by hand, in all and by part", () => {
    const counts = parameterCounts(parameterList(presets.tiny, 7, 3));
    const branch = {
      stem: 3 * 8 * 49 + 16,
      stage1: 2 * (8 * 8 * 9) + 2 * 16,
      stage2: 8 * 12 * 9 + 12 * 12 * 9 + 8 * 12 + 3 * 24,
      stage3: 12 * 16 * 9 + 16 * 16 * 9 + 12 * 16 + 3 * 32,
      stage4: 16 * 24 * 9 + 24 * 24 * 9 + 16 * 24 + 3 * 48,
      taps: 8 * 8 + 8 + (8 + 1) + 2 * (16 * 16 + 16),
      frameHead: 64 * 7 + 7,
    };
    // Of width w: token, 5 positions, two norms, q, k and v, out, expand, contract.
    const encoder = (w: number) => w + 5 * w + 4 * w + 48 * w + (16 * w + w) + (32 * w + 32) + (32 * w + w);
    const parts = {
      "bottom-up branch with frame head": Object.values(branch).reduce((a, b) => a + b),
      "temporal encoders": encoder(24) + 2 * encoder(64),
      "top-down branch": 2 * (24 * 64 + 64) + 3 * (64 * 64 + 64),
      "clip head": 24 * 7 + 7,
      "sentiment head": 64 * 3 + 3,
      "emotion head": 64 * 7 + 7,
    };
    assert.deepEqual(counts.parts, parts);
    // A mean and a variance for each channel of each batch norm.
    const statistics = 2 * (8 + 2 * 8 + 3 * 12 + 3 * 16 + 3 * 24);
    assert.deepEqual([counts.trained, counts.statistics, counts.total], [57_153, statistics, 57_513]);
  });

  it("of the published preset are as many as the published code uses", () => {
    const { full } = readJson<{ full: { trainableParameterCount: number } }>("generator");
    const { trained } = parameterCounts(parameterList(presets.published, 7, 3));
    assert.deepEqual([trained, full.trainableParameterCount], [48_948_109, 48_948_109]);
  });

  it("of a branch with 2-2-2-2 blocks are PyTorch's of ResNet-18: 11 176 512 without its last layer", () => {
    const configuration = configurationOf({ preset: "published", blocksPerStage: [2, 2, 2, 2] });
    const body = parameterList(configuration, 7, 3).filter(({ name }) => /^spatial\.(stem|stage)/.test(name));
    assert.equal(parameterCounts(body).trained, 11_176_512);
    // torchvision's buffers of the same layers, without num_batches_tracked: 2 x 4800 channels.
    assert.equal(parameterCounts(body).statistics, 9600);
  });

  it("name the parts that a baseline has, and only those", () => {
    const partsOf = (clipModel: "GRU" | "vote of frames") =>
      Object.keys(parameterCounts(parameterList({ ...presets.tiny, clipModel }, 7, 3)).parts);
    assert.deepEqual(partsOf("GRU"), ["bottom-up branch with frame head", "GRU", "clip head"]);
    assert.deepEqual(partsOf("vote of frames"), ["bottom-up branch with frame head"]);
  });
});
