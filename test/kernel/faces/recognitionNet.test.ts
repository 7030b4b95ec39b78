import { FaceNets } from "../../../kernel/faces/faceNets.js";
import { assertCloseTo } from "./closeTo.js";
import { faceApi, noise } from "./faceApi.js";

describe("the face recognition network", () => {
  const nets = new FaceNets();
  after(() => nets.dispose());

  it("gives face-api's descriptor", async () => {
    assertCloseTo(await nets.descriptors(noise(150)), (await faceApi()).descriptor);
  }).timeout(60_000);
});
