import { FaceNets } from "../../../kernel/faces/faceNets.js";
import { loadFaceWeights } from "../../../kernel/faces/faceWeights.js";
import { assertCloseTo } from "./closeTo.js";
import { faceApi, noise } from "./faceApi.js";

/** Boxes from codes as the SSD paper has it (Liu et al. 2016), with the variances 0.1 and 0.2 of its code. */
function decoded(codes: Float32Array, priors: Float32Array): number[] {
  return Array.from({ length: priors.length / 4 }, (_, prior) => {
    const [top, left, bottom, right] = priors.subarray(4 * prior, 4 * prior + 4);
    const [y, x, height, width] = codes.subarray(4 * prior, 4 * prior + 4);
    const centre = [
      (top + bottom) / 2 + 0.1 * y * (bottom - top),
      (left + right) / 2 + 0.1 * x * (right - left),
    ];
    const size = [(bottom - top) * Math.exp(0.2 * height), (right - left) * Math.exp(0.2 * width)];
    return [-0.5, 0.5].flatMap((side) => centre.map((middle, axis) => middle + side * size[axis]));
  }).flat();
}

describe("the SSD face detector's network", () => {
  const nets = new FaceNets();
  after(() => nets.dispose());
  let codes: Float32Array;
  let logits: Float32Array;
  before(async function () {
    this.timeout(60_000);
    ({ codes, logits } = await nets.ssdDetector(noise(512)));
  });

  it("gives face-api's score of every prior box", async () => {
    const scores = logits.map((logit) => 1 / (1 + Math.exp(-logit)));
    assertCloseTo(scores, (await faceApi()).ssdScores);
  }).timeout(60_000);

  it("gives codes that decode to face-api's boxes", async () => {
    const priors = (await loadFaceWeights("ssd_mobilenetv1")).values("Output/extra_dim");
    assertCloseTo(decoded(codes, priors), (await faceApi()).ssdBoxes);
  }).timeout(60_000);
});
