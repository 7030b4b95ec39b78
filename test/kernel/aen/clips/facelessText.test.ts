import assert from "node:assert/strict";
import { facelessText } from "../../../../kernel/aen/clips/facelessText.js";

const seen = { frameCount: 2, faceSights: ["seen", "bridged"] } as const;
const half = { frameCount: 2, faceSights: ["none", "seen"] } as const;

describe("the frames without a face in words", () => {
  it("are counted over all clips, with the clips that have some", () => {
    assert.equal(
      facelessText([seen, half, { frameCount: 3 }]),
      "1 of 7 frames shows no face, in 1 of 3 clips",
    );
    assert.equal(facelessText([half, half]), "2 of 4 frames show no face, in 2 of 2 clips");
  });

  it("are not mentioned where there are none", () => {
    assert.equal(facelessText([seen, { frameCount: 3 }]), "");
  });
});
