import type { WeightValues, Weights } from "./model.js";
import { ownName } from "./publishedNames.js";

/** Mean and standard deviation of ImageNet's red, green and blue, by which torchvision's networks expect pixels normalised. */
const imageNet = { mean: [0.485, 0.456, 0.406], deviation: [0.229, 0.224, 0.225] } as const;

/** Whether tensors have the names of a torchvision ResNet. */
export function isResnet(tensors: Weights): boolean {
  return tensors.has("conv1.weight") && tensors.has("layer1.0.conv1.weight");
}

/** The weights of a torchvision ResNet's body under our names; its classifier is left off. */
export function fromResnetNames(tensors: Weights): Map<string, WeightValues> {
  const named = [...tensors].map(([name, values]) => [ownName(`s_former.${name}`), values] as const);
  return new Map(named.filter((entry): entry is [string, WeightValues] => entry[0] !== null));
}

/**
 * The same weights for pixels in [0, 1], which our networks get, instead of pixels normalised as ImageNet's: the filters of
 * the first convolution are divided by the deviations, and the constant that the means add is taken up by the running mean
 * behind it. Where the convolution looks beyond the picture's edge, results differ a little.
 */
export function forUnitPixels(weights: Weights): Map<string, WeightValues> {
  const filters = weights.get("spatial.stem.conv.weight");
  const mean = weights.get("spatial.stem.norm.runningMean");
  if (!filters || !mean)
    throw new RangeError("The weights lack the first convolution or the norm behind it.");
  const [out, channels, height, width] = filters.shape;
  const area = height * width;
  const data = Float32Array.from(
    filters.data,
    (value, at) => value / imageNet.deviation[Math.floor(at / area) % channels],
  );
  const shifts = Array.from({ length: out }, (_, filter) =>
    data
      .subarray(filter * channels * area, (filter + 1) * channels * area)
      .reduce((sum, value, at) => sum + value * imageNet.mean[Math.floor(at / area)], 0),
  );
  const shifted = mean.data.map((value, filter) => value + shifts[filter]);
  return new Map([
    ...weights,
    ["spatial.stem.conv.weight", { shape: filters.shape, data }],
    ["spatial.stem.norm.runningMean", { shape: mean.shape, data: shifted }],
  ]);
}
