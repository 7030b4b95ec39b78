import assert from "node:assert/strict";
import type { Clip } from "../../../../kernel/aen/clips/clip.js";
import { remarksOnSizes } from "../../../../kernel/aen/clips/frameSizes.js";

type Size = readonly [width: number, height: number];

/** A clip with frames of these sizes; undefined where they cannot differ. */
const clip = (id: string, sizes?: readonly Size[]): Clip => ({
  ...{ id, label: 0, identity: null, frameCount: 2, frameRate: null, truth: null },
  ...(sizes && { frameSizes: () => Promise.resolve(sizes) }),
  read: () => Promise.reject(new Error("not read here")),
});
const alike: readonly Size[] = [
  [3, 2],
  [3, 2],
];
const different: readonly Size[] = [
  [3, 2],
  [2, 3],
];

describe("frames of different size", () => {
  it("are said when clips are opened, with the first clip and both sizes", async () => {
    assert.deepEqual(await remarksOnSizes([clip("a", alike), clip("v")], "set"), []);
    assert.match(
      (await remarksOnSizes([clip("a", alike), clip("b", different)], "set")).join(),
      /^set: frames differ in size in 1 of 2 clips: "b" \(3 x 2 and 2 x 3 pixels\)\. They are resized/,
    );
  });

  it("are looked for in a hundred clips of a larger set, evenly spread", async () => {
    const clips = Array.from({ length: 500 }, (_, at) => clip(String(at), at % 10 === 0 ? different : alike));
    const [text] = await remarksOnSizes(clips, "set");
    assert.match(text, /in 50 of 100 clips that were looked at, first "0"/);
  });
});
