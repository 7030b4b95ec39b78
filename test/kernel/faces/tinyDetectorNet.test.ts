import { FaceNets } from "../../../kernel/faces/faceNets.js";
import { assertCloseTo } from "./closeTo.js";
import { faceApi, noise } from "./faceApi.js";

describe("the tiny face detector's network", () => {
  const nets = new FaceNets();
  after(() => nets.dispose());

  it("gives face-api's numbers: cells row by row, five anchors, x, y, width, height and score", async () => {
    assertCloseTo(await nets.tinyDetector(noise(64), 64), (await faceApi()).tinyDetector);
  }).timeout(60_000);
});
