import assert from "node:assert/strict";
import { FrameFolderClip } from "../../../../../kernel/aen/sources/images/frameFolderClip.js";
import { remarksOnNames } from "../../../../../kernel/aen/sources/gathering/unevenFrames.js";

const clip = (id: string, ...names: string[]) =>
  new FrameFolderClip(
    names.map((name) => `/data/${id}/${name}`),
    { id },
  );
const numbered = (numbers: readonly number[], form = (n: number) => `${n}.jpg`) => numbers.map(form);
const said = (...clips: FrameFolderClip[]) => remarksOnNames(clips, "set");

describe("folders of frames, by the names in them", () => {
  it("say nothing where numbers go evenly, by ones or otherwise, or are none", async () => {
    const padded = (n: number) => `frame_${String(n).padStart(4, "0")}.JPEG`;
    const clips = [
      clip("ones", ...numbered([1, 2, 3, 4, 5])),
      clip("fives", ...numbered([0, 5, 10, 15, 20], padded)),
      clip("uneven", ...numbered([1, 4, 9, 11, 30])),
      clip("words", "a.jpg", "b.jpg", "c.jpg", "d.jpg"),
      clip("times", "12_0.5.jpg", "12_0.6.jpg", "12_0.7.jpg", "12_0.8.jpg"),
      clip("short", "1.jpg", "9.jpg"),
    ];
    assert.deepEqual(await said(...clips), []);
  });

  it("are told with the first number that is missing", async () => {
    const clips = [clip("whole", ...numbered([1, 2, 3, 4])), clip("gap", ...numbered([1, 2, 3, 5, 6]))];
    assert.deepEqual(await said(...clips), [
      'set: the numbers of frames skip in 1 of 2 clips, first "gap", which has no frame 4. Frames may be lost; their times ' +
        "are taken as even all the same.",
    ]);
    const [fives] = await said(clip("fives", ...numbered([0, 5, 10, 20, 25, 30])));
    assert.match(fives, /no frame 15/);
  });

  it("are told where pictures have several formats, but not for two names of one", async () => {
    const [mixed] = await said(clip("masks", "1.jpg", "1_mask.png", "2.jpg", "2_mask.png"));
    assert.match(mixed, /pictures have several formats in 1 of 1 clips, first "masks" \(\.jpg and \.png\)/);
    assert.deepEqual(await said(clip("one", "1.jpg", "2.jpeg", "3.JPG")), []);
  });
});
