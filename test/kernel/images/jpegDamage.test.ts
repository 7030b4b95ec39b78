import assert from "node:assert/strict";
import { jpegDamage } from "../../../kernel/images/jpegDamage.js";
import { damagedJpeg, halfGreyJpeg, wavesAsJpeg } from "./damagedJpeg.js";

describe("the damage of a JPEG", () => {
  it("is none in a whole one, and not looked for in other formats", async () => {
    for (const progressive of [false, true])
      assert.equal(await jpegDamage(await wavesAsJpeg(progressive)), null);
    assert.equal(await jpegDamage(Buffer.from("no picture")), null);
  });

  it("is what the decoder says of a progressive one where bytes in the middle are wrong", async () => {
    assert.match((await jpegDamage(await damagedJpeg())) ?? "none", /^Corrupt JPEG data/);
  });

  it("is what is wrong with the codes of an ordinary one", async () => {
    assert.match((await jpegDamage(await halfGreyJpeg())) ?? "none", /data end before|no encoder writes/);
  });
});
