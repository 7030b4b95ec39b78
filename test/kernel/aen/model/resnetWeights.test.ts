import assert from "node:assert/strict";
import type { WeightValues } from "../../../../kernel/aen/model/model.js";
import { forUnitPixels, fromResnetNames, isResnet } from "../../../../kernel/aen/model/resnetWeights.js";

describe("the weights of a torchvision ResNet", () => {
  const of = (shape: number[], ...data: number[]): WeightValues => ({ shape, data: Float32Array.from(data) });

  it("are known by their names and get ours; the classifier is left off", () => {
    const tensors = new Map(
      [
        ...["conv1.weight", "bn1.running_mean", "bn1.num_batches_tracked", "layer1.0.conv1.weight"],
        ...["layer2.0.downsample.0.weight", "layer2.0.downsample.1.bias", "layer4.1.bn2.weight", "fc.weight"],
      ].map((name) => [name, of([1], 0)]),
    );
    assert.ok(isResnet(tensors) && !isResnet(new Map([["conv1.weight", of([1], 0)]])));
    assert.deepEqual(
      [...fromResnetNames(tensors).keys()],
      [
        "spatial.stem.conv.weight",
        "spatial.stem.norm.runningMean",
        "spatial.stage1.block0.conv1.weight",
        "spatial.stage2.block0.shortcut.conv.weight",
        "spatial.stage2.block0.shortcut.norm.beta",
        "spatial.stage4.block1.norm2.gamma",
      ],
    );
  });

  it("answer pixels from 0 to 1 as they answered normalised ones", () => {
    // One 1 x 1 filter with weights 2, 3, 5 and a running mean of 0.1, on the pixel (0.5, 0.25, 0.75), by hand:
    // normalised: (0.5 - 0.485) / 0.229 = 0.0655022, (0.25 - 0.456) / 0.224 = -0.9196429, (0.75 - 0.406) / 0.225 = 1.5288889
    // 2 * 0.0655022 + 3 * -0.9196429 + 5 * 1.5288889 - 0.1 = 4.9165202
    const weights = forUnitPixels(
      new Map([
        ["spatial.stem.conv.weight", of([1, 3, 1, 1], 2, 3, 5)],
        ["spatial.stem.norm.runningMean", of([1], 0.1)],
      ]),
    );
    const { data: filter } = weights.get("spatial.stem.conv.weight")!;
    const { data: mean } = weights.get("spatial.stem.norm.runningMean")!;
    const answer = 0.5 * filter[0] + 0.25 * filter[1] + 0.75 * filter[2] - mean[0];
    assert.ok(Math.abs(answer - 4.9165202) < 1e-4, `${answer}`);
    assert.throws(() => forUnitPixels(new Map()), /lack the first convolution/);
  });
});
