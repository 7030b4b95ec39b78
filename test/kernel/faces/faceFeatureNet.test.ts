import { FaceNets } from "../../../kernel/faces/faceNets.js";
import { assertCloseTo } from "./closeTo.js";
import { faceApi, noise } from "./faceApi.js";

describe("the trunk of the landmark and the expression network", () => {
  const nets = new FaceNets();
  after(() => nets.dispose());

  it("gives face-api's 68 points", async () => {
    assertCloseTo(await nets.landmarks(noise(112)), (await faceApi()).landmarks);
  }).timeout(60_000);

  it("gives face-api's probabilities of expressions", async () => {
    assertCloseTo(await nets.expressions(noise(112)), (await faceApi()).expressions);
  }).timeout(60_000);
});
