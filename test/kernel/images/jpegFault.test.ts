import assert from "node:assert/strict";
import { jpegFault } from "../../../kernel/images/jpegFault.js";
import { Random } from "../../../kernel/random/random.js";
import { cutJpeg, halfGreyJpeg, wavesAsJpeg } from "./damagedJpeg.js";

/** Grey, 24 x 16 pixels, with a restart marker after every two blocks; written by Pillow 13. */
const withRestarts = Buffer.from(
  "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDACgcHiMeGSgjISMtKygwPGRBPDc3PHtYXUlkkYCZlo+AjIqgtObDoKrarYqMyP/L2u71////m8H////6/+b9" +
    "//j/wAALCAAQABgBAREA/8QAFgABAQEAAAAAAAAAAAAAAAAAAQQC/8QAKBAAAAUABwkAAAAAAAAAAAAAAAECAxEEEiEiIzGhEyRCYXFzgcHC/90ABAAC" +
    "/9oACAEBAAA/AJaC3iEKr6nVGajtfqnzIpgtCH//0BLe7N9v0saoLeIQ/9EYdhLSneJZuKV0zs8gQvYyipNeLZyukX1oP//Z",
  "base64",
);

describe("the codes of a JPEG", () => {
  it("add up to its size in a whole one of any sampling, quality and table, and with restart markers", async () => {
    for (const chromaSubsampling of ["4:2:0", "4:4:4"])
      for (const quality of [10, 80, 100])
        for (const optimiseCoding of [false, true]) {
          const options = { chromaSubsampling, quality, optimiseCoding };
          assert.equal(jpegFault(await wavesAsJpeg(false, options)), null, JSON.stringify(options));
        }
    assert.equal(jpegFault(withRestarts), null);
  });

  it("may be followed by bytes of their own, and preceded by fill bytes", async () => {
    const whole = await wavesAsJpeg(false);
    const padded = [whole.subarray(0, 2), Buffer.of(0xff, 0xff), whole.subarray(2)];
    assert.equal(jpegFault(Buffer.concat([...padded, Buffer.from("made by a camera")])), null);
    const beforeEnd = [whole.subarray(0, -2), Buffer.alloc(40), whole.subarray(-2)];
    assert.equal(jpegFault(Buffer.concat(beforeEnd)), null, "zeros, as some cameras write");
  });

  it("do not where the picture breaks off, with or without an end", async () => {
    assert.match(jpegFault(await halfGreyJpeg()) ?? "none", /end before the picture does|no encoder writes/);
    assert.match(jpegFault(await cutJpeg()) ?? "none", /end before the picture does|no encoder writes/);
    const whole = await wavesAsJpeg(false);
    assert.equal(jpegFault(whole.subarray(0, 100)), "its header breaks off");
    assert.equal(jpegFault(Buffer.of(0xff, 0xd8, 0xff, 0xd9)), "a part of it is missing");
  });

  it("do not where a restart marker is missing or another", () => {
    const at = withRestarts.indexOf(Buffer.of(0xff, 0xd0));
    const other = Buffer.from(withRestarts);
    other[at + 1] = 0xd3;
    const without = Buffer.concat([withRestarts.subarray(0, at), withRestarts.subarray(at + 2)]);
    assert.equal(jpegFault(other), "a restart marker is missing");
    assert.notEqual(jpegFault(without), null);
  });

  it("do not where bytes are missing, zeroed or too many, wherever that is", async () => {
    const whole = await wavesAsJpeg(false, { quality: 90 });
    const random = new Random("jpeg");
    const first = whole.lastIndexOf(Buffer.of(0xff, 0xda)) + 14;
    let noticed = 0;
    for (let n = 0; n < 60; n++) {
      const at = first + random.integer(whole.length - first - 260);
      const [before, behind] = [whole.subarray(0, at), whole.subarray(at)];
      const damaged = [
        Buffer.concat([before, behind.subarray(200)]),
        Buffer.concat([before, Buffer.alloc(200), behind.subarray(200)]),
        Buffer.concat([before, whole.subarray(first, first + 200), behind]),
      ];
      noticed += damaged.filter((bytes) => jpegFault(bytes) !== null).length;
    }
    assert.ok(noticed >= 175, `${noticed} of 180`);
  });

  it("are not followed in a progressive one", async () => {
    assert.equal(jpegFault(await wavesAsJpeg(true)), undefined);
  });
});
