import assert from "node:assert/strict";
import type { Deviation, FrameTruth } from "../../../../kernel/contracts/frameTruth.js";
import { drawFrame, openClip, type SyntheticRecipe } from "../../../../kernel/aen/synthetic/syntheticClip.js";

const size = 48;
const shown = (intensity: number, deviation?: Deviation): FrameTruth => ({
  ...{ emotion: 0, intensity },
  ...(deviation && { deviation }),
});
const deviations: Deviation[] = ["no face", "blink", "hand over the mouth", "turned away", "blur"];
const recipe = (truth: readonly FrameTruth[], change: Partial<SyntheticRecipe> = {}): SyntheticRecipe => ({
  ...{ seed: "clip", index: 3, person: 1, expressions: ["happy", "neutral"], size, difficulty: 0 },
  truth,
  ...change,
});
const draw = (frame: FrameTruth, change: Partial<SyntheticRecipe> = {}) =>
  drawFrame(recipe([frame], change), 0);
/** The mean difference of two pictures in grey levels, in all or between two rows. */
function difference(a: Uint8Array, b: Uint8Array, from = 0, to = size): number {
  let sum = 0;
  for (let i = from * size * 3; i < to * size * 3; i++) sum += Math.abs(a[i] - b[i]);
  return sum / ((to - from) * size * 3);
}

describe("a frame of a synthetic clip", () => {
  const rest = draw(shown(0));

  it("is the same picture for the same recipe, another for another person, clip or seed", () => {
    assert.deepEqual(draw(shown(0)), rest);
    for (const change of [{ person: 2 }, { index: 4 }, { seed: "other" }])
      assert.ok(difference(draw(shown(0), change), rest) > 4, JSON.stringify(change));
  });

  it("shows its emotion as strongly as its truth says, and nothing of it at intensity 0", () => {
    const [half, apex] = [0.5, 1].map((intensity) => difference(draw(shown(intensity)), rest));
    assert.ok(apex > half && half > 0.5, `${half} ${apex}`);
    const neutral = draw({ emotion: 1, intensity: 1 });
    assert.deepEqual(neutral, rest);
  });

  it("shows the emotion of its own truth, not that of the clip", () => {
    const expressions = ["happy", "surprise"] as const;
    const [happy, surprised] = [0, 1].map((emotion) => draw({ emotion, intensity: 1 }, { expressions }));
    assert.ok(difference(happy, surprised) > 1);
    const surprise = draw(shown(1), { expressions: ["surprise"] });
    assert.ok(difference(surprise, rest, 28) > 1, "an open mouth");
  });

  it("deviates as its truth says: each deviation is another picture, and no face is none", () => {
    const pictures = deviations.map((deviation) => draw(shown(0, deviation)));
    pictures.forEach((picture, i) => {
      assert.ok(difference(picture, rest) > 0.3, deviations[i]);
      pictures.slice(0, i).forEach((other) => assert.ok(difference(picture, other) > 0.3));
    });
    const [nobody, blink, hand] = pictures;
    assert.deepEqual(nobody, draw(shown(1, "no face"), { person: 5 }), "whoever it would be");
    assert.ok(difference(blink, rest, 16, 26) > 4 * difference(blink, rest, 30), "the eyes alone");
    assert.ok(difference(hand, rest, 28) > 3 * difference(hand, rest, 0, 16), "the mouth, not the brow");
  });

  it("is grainier, with the face turned further, as difficulty grows", () => {
    const grain = (difficulty: number) => {
      const pixels = draw(shown(0, "no face"), { difficulty });
      let sum = 0;
      for (let i = 3; i < pixels.length; i++) sum += Math.abs(pixels[i] - pixels[i - 3]);
      return sum / pixels.length;
    };
    assert.ok(grain(1) > 2 * grain(0), `${grain(0)} ${grain(1)}`);
  });
});

describe("a synthetic clip", () => {
  const truth = [shown(0), shown(0.5), shown(1)];

  it("is read as its frames are drawn, in the requested order, in any thread", async () => {
    const clip = openClip(structuredClone(recipe(truth)));
    const { count, width, height, data } = await clip.read([2, 0, 2]);
    assert.deepEqual([count, width, height], [3, size, size]);
    const frames = [0, 1, 2].map((at) => data.subarray(at * size * size * 3, (at + 1) * size * size * 3));
    assert.deepEqual(frames[0], drawFrame(recipe(truth), 2));
    assert.deepEqual(frames[1], drawFrame(recipe(truth), 0));
    assert.deepEqual(frames[2], frames[0]);
  });

  it("refuses frames that it does not have, and stops once its signal is aborted", async () => {
    const clip = openClip(recipe(truth));
    for (const wrong of [3, -1, 0.5])
      await assert.rejects(clip.read([wrong]), {
        name: "RangeError",
        message: /has frames 0 to 2; there is no frame/,
      });
    const stop = new AbortController();
    const reading = clip.read([0, 1, 2], stop.signal);
    stop.abort(new Error("enough"));
    await assert.rejects(reading, /enough/);
  });
});
