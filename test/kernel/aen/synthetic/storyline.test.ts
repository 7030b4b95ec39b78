import assert from "node:assert/strict";
import fc from "fast-check";
import {
  drawStoryline,
  drawStretches,
  usualDeviations,
  type StorylineOptions,
} from "../../../../kernel/aen/synthetic/storyline.js";
import type { Deviation } from "../../../../kernel/contracts/frameTruth.js";
import { Random } from "../../../../kernel/random/random.js";

const kinds = Object.keys(usualDeviations) as Deviation[];
const usual: StorylineOptions = { frames: 24, emotion: 0, emotions: 4, neutral: 2, deviating: 0.3, kinds };
const draw = (change: Partial<StorylineOptions>, ...seed: (number | string)[]) =>
  drawStoryline({ ...usual, ...change }, new Random(...seed));

describe("what happens in a clip", () => {
  it("has a truth for every frame, and deviates in as many as requested but those that agree with it", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.double({ min: 0, max: 0.8, noNaN: true }),
        fc.integer({ min: 0, max: 3 }),
        fc.nat(),
        (frames, deviating, emotion, seed) => {
          const story = draw({ frames, deviating, emotion }, seed);
          const stretches = drawStretches({ ...usual, frames, deviating }, new Random(seed));
          const framesOf = (some: typeof stretches) => some.reduce((sum, { length }) => sum + length, 0);
          assert.equal(story.length, frames);
          assert.ok(Math.abs(framesOf(stretches) - deviating * frames) < 1);
          const count = story.filter(({ deviation }) => deviation).length;
          assert.equal(count, framesOf(stretches.filter(({ shown }) => shown !== emotion)));
          for (const { intensity } of story) assert.ok(intensity >= 0 && intensity <= 1);
        },
      ),
    );
  });

  it("shows in its stretches the same emotions at the same places, whatever its own", () => {
    for (let seed = 0; seed < 60; seed++) {
      const stretches = drawStretches({ ...usual, deviating: 0.6 }, new Random("kinds", seed));
      for (const own of [0, 1, 2, 3]) {
        const story = draw({ deviating: 0.6, emotion: own }, "kinds", seed);
        for (const { start, length, kind, shown } of stretches) {
          for (const { emotion, intensity, deviation } of story.slice(start, start + length)) {
            assert.equal(emotion, shown ?? own);
            assert.equal(deviation, shown === own ? undefined : kind);
            if (shown !== null) assert.equal(intensity, kind === "neutral" ? 0 : 0.9);
            if (kind === "no face") assert.equal(intensity, 0);
          }
        }
      }
    }
  });

  it("shows every emotion equally often where it misleads", () => {
    const stretches = Array.from({ length: 2000 }, (_, seed) =>
      drawStretches(usual, new Random(seed)),
    ).flat();
    const misleading = stretches.filter(({ shown }) => shown !== null);
    for (const emotion of [0, 1, 2, 3]) {
      const share = misleading.filter(({ shown }) => shown === emotion).length / misleading.length;
      assert.ok(Math.abs(share - 0.25) < 0.025, `${emotion}: ${share}`);
    }
  });

  it("rises to its apex and falls, where nothing deviates", () => {
    for (let seed = 0; seed < 20; seed++) {
      const intensities = draw({ deviating: 0 }, "course", seed).map(({ intensity }) => intensity);
      const apex = intensities.indexOf(Math.max(...intensities));
      assert.ok(intensities[apex] >= 0.84 && intensities[0] <= 0.61 && intensities.at(-1)! <= 0.81);
      intensities.forEach((value, frame) => {
        if (frame > 0 && frame <= apex) assert.ok(value >= intensities[frame - 1]);
        if (frame > apex) assert.ok(value <= intensities[frame - 1]);
      });
    }
  });

  it("of a neutral clip has no intensity, and does not deviate where it shows a neutral face", () => {
    for (let seed = 0; seed < 30; seed++) {
      const story = draw({ emotion: 2, kinds: ["neutral", "blink"], deviating: 0.5 }, "neutral", seed);
      assert.ok(story.every(({ emotion, intensity }) => emotion === 2 && intensity === 0));
      assert.ok(!story.some(({ deviation }) => deviation === "neutral"));
    }
  });

  it("has only the requested kinds of deviation, and no impossible ones", () => {
    const seen = new Set(
      draw({ frames: 400, deviating: 0.7, kinds: ["blur", "blink"] }, 1).map(({ deviation }) => deviation),
    );
    assert.deepEqual([...seen].sort(), ["blink", "blur", undefined]);
    const none = draw({ deviating: 0.5, kinds: ["neutral"], neutral: -1 }, 2);
    assert.ok(none.every(({ deviation }) => deviation === undefined));
  });

  it("has kinds as often as usual: shares that sum to 1", () => {
    const shares = Object.values(usualDeviations);
    assert.ok(Math.abs(shares.reduce((a, b) => a + b) - 1) < 1e-9);
  });
});
