import assert from "node:assert/strict";
import { Readable } from "node:stream";
import fc from "fast-check";
import { ppmFrames } from "../../../../../kernel/aen/sources/video/ppmFrames.js";
import type { Picture } from "../../../../../kernel/images/picture.js";

/** Bytes that would be white space, digits or a header if they were taken for text. */
const awkward = Buffer.from("P6\n9 9\n255\n \n 255 P6");
const ppm = ({ width, height, data }: Picture) =>
  Buffer.concat([Buffer.from(`P6\n${width} ${height}\n255\n`), data]);

function picture(width: number, height: number): Picture {
  const data = Uint8Array.from({ length: width * height * 3 }, (_, i) => awkward[i % awkward.length]);
  return { width, height, data };
}

async function read(chunks: Iterable<Uint8Array>): Promise<Picture[]> {
  const found: Picture[] = [];
  for await (const one of ppmFrames(Readable.from(chunks))) found.push(one);
  return found;
}

describe("pictures from a stream of PPM", () => {
  const pictures = [picture(1, 1), picture(3, 2), picture(7, 5), picture(1, 1)];
  const bytes = Buffer.concat(pictures.map(ppm));

  it("are the same wherever the stream is cut, also within a header", async () => {
    const cuts = fc.uniqueArray(fc.integer({ min: 1, max: bytes.length - 1 }), { maxLength: 12 });
    const property = fc.asyncProperty(cuts, async (places) => {
      const ends = [...places.sort((a, b) => a - b), bytes.length];
      const chunks = ends.map((end, i) => bytes.subarray(ends[i - 1] ?? 0, end));
      assert.deepEqual(await read(chunks), pictures);
    });
    await fc.assert(property, { numRuns: 60 });
    assert.deepEqual(await read([...bytes].map((byte) => Uint8Array.of(byte))), pictures, "byte by byte");
  });

  it("have memory of their own", async () => {
    const chunk = Buffer.from(bytes);
    const found = await read([chunk]);
    chunk.fill(0);
    assert.deepEqual(found, pictures);
  });

  it("are dropped where the stream ends within one", async () => {
    for (const missing of [1, 3, 8]) {
      assert.deepEqual(await read([bytes.subarray(0, bytes.length - missing)]), pictures.slice(0, 3));
    }
    assert.deepEqual(await read([]), []);
  });

  it("are refused when the stream is something else", async () => {
    await assert.rejects(
      read([Buffer.from(`P5\n3 2\n255\n${"x".repeat(60)}`)]),
      /^Error: Not a PPM picture: "P5/,
    );
    const deep = Buffer.from(`P6\n3 2\n65535\n${"x".repeat(60)}`);
    await assert.rejects(read([deep]), /Not a PPM picture/);
  });
});
