import assert from "node:assert/strict";
import sharp from "sharp";
import { DrawnFace } from "../../../../kernel/aen/faces/drawnFace.js";
import { displayMethod } from "../../../../kernel/contracts/mimeBundle.js";

describe("a drawn face in a notebook", () => {
  it("shows its pixels as a PNG, and says its size as text", async () => {
    const middle = { x: 1, y: 1 };
    const data = Uint8Array.from({ length: 12 }, (_, at) => 20 * at);
    const face = new DrawnFace(2, data, { leftEye: middle, rightEye: middle, mouth: middle });
    const bundle = await face[displayMethod]();
    assert.equal(bundle["text/plain"], "A drawn face, 2 x 2 pixels.");
    const png = Buffer.from(bundle["image/png"] as string, "base64");
    assert.deepEqual(Uint8Array.from(await sharp(png).raw().toBuffer()), data);
  });
});
