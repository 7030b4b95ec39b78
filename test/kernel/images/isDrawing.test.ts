import assert from "node:assert/strict";
import { gzipSync } from "node:zlib";
import sharp from "sharp";
import { isDrawing } from "../../../kernel/images/isDrawing.js";

const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>';

describe("whether bytes are a drawing", () => {
  it("is so for SVG in every form that libvips takes for one", async () => {
    const forms = [
      Buffer.from(svg),
      Buffer.from(`\ufeff<?xml version="1.0"?>\n${svg}`),
      Buffer.from(`${" ".repeat(900)}${svg}`),
      Buffer.from(`<!-- a -->${svg}`),
      Buffer.from(`\ufeff${svg}`, "utf16le"),
      gzipSync(svg),
    ];
    for (const form of forms) assert.equal(isDrawing(form), true);
    assert.equal((await sharp(forms[2]).metadata()).format, "svg");
  });

  it("is not so for images of pixels, whatever they hold", async () => {
    const image = sharp({ create: { width: 4, height: 4, channels: 3, background: "red" } });
    for (const format of ["png", "jpeg", "webp", "gif", "tiff", "avif"] as const)
      assert.equal(isDrawing(await image.clone().toFormat(format).toBuffer()), false, format);
    const commented = await image
      .clone()
      .withExif({ IFD0: { ImageDescription: svg } })
      .jpeg()
      .toBuffer();
    assert.ok(commented.includes("<svg"));
    assert.equal(isDrawing(commented), false);
    assert.equal(isDrawing(new Uint8Array(0)), false);
  });
});
