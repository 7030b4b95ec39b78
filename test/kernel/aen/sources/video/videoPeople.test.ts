import assert from "node:assert/strict";
import { displayMethod } from "../../../../../kernel/contracts/mimeBundle.js";
import { VideoPeople } from "../../../../../kernel/aen/sources/video/videoPeople.js";

const person = (number: number, share: number) => ({
  ...{ number, share, from: 0, to: 1.96, width: 0.2, place: { x: 0.25, y: 0.4 }, portrait: null },
});

describe("who is seen in a video", () => {
  const people = new VideoPeople("dyad.mp4", 50, [person(1, 0.5), person(2, 1)]);

  it("is said in a line for each person", () => {
    assert.deepEqual(String(people).split("\n"), [
      "dyad.mp4: 2 people in 50 frames.",
      "  person 1: in 50 % of the frames, from 0.0 to 2.0 s, at 25 % of the width and 40 % of the height, face 20 % wide",
      "  person 2: in 100 % of the frames, from 0.0 to 2.0 s, at 25 % of the width and 40 % of the height, face 20 % wide",
    ]);
    assert.equal(
      String(new VideoPeople("a.mp4", 1, [person(1, 1)])).split("\n")[0],
      "a.mp4: 1 person in 1 frame.",
    );
  });

  it("is shown as that and as a contact sheet, and can be gone through", async () => {
    const bundle = await people[displayMethod]();
    assert.equal(bundle["text/plain"], String(people));
    assert.deepEqual(bundle["image/png"], (await people.sheet()).toString("base64"));
    assert.deepEqual([people.length, [...people].map(({ number }) => number)], [2, [1, 2]]);
  });
});
