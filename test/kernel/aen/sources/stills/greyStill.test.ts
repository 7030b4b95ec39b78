import assert from "node:assert/strict";
import { greyStill } from "../../../../../kernel/aen/sources/stills/greyStill.js";

describe("a grey still", () => {
  it("is one frame, with each grey value in all three channels", async () => {
    const grey = Uint8Array.from({ length: 2304 }, (_, pixel) => pixel % 256);
    const still = greyStill({ name: "fer0000001", grey, hash: "00" }, 4);
    const { count, height, width, data } = await still.read([0, 0]);
    assert.deepEqual([still.label, still.frameCount, count, height, width], [4, 1, 2, 48, 48]);
    assert.deepEqual([...data.subarray(0, 9)], [0, 0, 0, 1, 1, 1, 2, 2, 2]);
    assert.deepEqual(data.subarray(0, 6912), data.subarray(6912));
    await assert.rejects(still.read([1]), /no frame 1/);
  });
});
