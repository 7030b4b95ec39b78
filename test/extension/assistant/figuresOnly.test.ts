import assert from "node:assert/strict";
import { figuresOnly } from "../../../extension/assistant/figuresOnly.js";

describe("what may go to a language model", () => {
  it("is numbers, truth values and short texts, however deep they lie", () => {
    assert.deepEqual(
      figuresOnly({ uar: 0.123456789, arms: [{ name: "without energy", shown: true }], none: null }),
      {
        uar: 0.123457,
        arms: [{ name: "without energy", shown: true }],
      },
    );
    assert.equal(
      figuresOnly("no difference could be shown: -0.4 points UAR, 95 % interval -1.9 to +1.0"),
      figuresOnly("no difference could be shown: -0.4 points UAR, 95 % interval -1.9 to +1.0"),
    );
    assert.deepEqual(figuresOnly([NaN, Infinity, undefined, () => 1]), []);
  });

  it("is no path, in whichever form and wherever it stands, as a key neither", () => {
    const paths = [
      ...["/home/anna/data/clip.mp4", "C:\\Users\\anna\\x.mp4", "~/videos", "./a", "..\\b", "see /data/x"],
      ...["train/anna/1.mp4", "file:///tmp/x", "in 'C:/data' there", "x".repeat(401)],
    ];
    for (const text of paths) {
      assert.equal(figuresOnly(text), undefined, text);
      assert.deepEqual(figuresOnly({ [text]: 1 }), {}, text);
    }
    for (const text of ["cpu", "1/7", "and/or", "UAR 54.2 % (41.0 to 66.8)"])
      assert.equal(figuresOnly(text), text);
  });
});
