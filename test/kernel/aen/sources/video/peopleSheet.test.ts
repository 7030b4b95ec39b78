import assert from "node:assert/strict";
import sharp from "sharp";
import { peopleSheet } from "../../../../../kernel/aen/sources/video/peopleSheet.js";
import type { SeenPerson } from "../../../../../kernel/aen/sources/video/seenPerson.js";

const person = (number: number, portrait: SeenPerson["portrait"] = null): SeenPerson => ({
  ...{ number, share: 0.5, from: 0, to: 1.96, width: 0.2, place: { x: 0.25, y: 0.4 }, portrait },
});

describe("the contact sheet of a video's people", () => {
  it("has six portraits in a row, grey where none was kept, and white beyond the last", async () => {
    const data = new Uint8Array([0, 1, 2, 3].flatMap(() => [250, 0, 0]));
    const red = person(1, { width: 2, height: 2, data });
    const sheet = sharp(await peopleSheet([red, ...[2, 3, 4, 5, 6, 7].map((number) => person(number))]));
    const { data: pixels, info } = await sheet.removeAlpha().raw().toBuffer({ resolveWithObject: true });
    assert.deepEqual([info.width, info.height], [8 + 6 * 120, 8 + 2 * 140]);
    const at = (x: number, y: number) => [...pixels.subarray((y * info.width + x) * 3).subarray(0, 3)];
    assert.deepEqual(
      [at(60, 60), at(180, 60), at(60, 200), at(180, 200)],
      [
        [250, 0, 0],
        [204, 204, 204],
        [204, 204, 204],
        [255, 255, 255],
      ],
    );
  });
});
