import assert from "node:assert/strict";
import type { FrameTruth } from "../../../../kernel/contracts/frameTruth.js";
import type { Clip } from "../../../../kernel/aen/clips/clip.js";
import { ClipSet } from "../../../../kernel/aen/clips/clipSet.js";
import { stillsOf } from "../../../../kernel/aen/clips/stills.js";
import { dfewLabels } from "../../../../kernel/aen/labels.js";
import { syntheticClips } from "../../../../kernel/aen/synthetic/syntheticClips.js";

function clip(id: string, truth: FrameTruth[] | null): Clip {
  const frameCount = truth?.length ?? 3;
  return {
    ...{ id, label: 1, identity: "someone", frameCount, frameRate: 25, truth },
    read: async (frames) => ({ count: frames.length, height: 1, width: 1, data: Uint8Array.from(frames) }),
  };
}

const shown = (intensity: number): FrameTruth => ({ emotion: 1, intensity });

describe("stills", () => {
  const truth = [
    shown(0.2),
    shown(0.6),
    { ...shown(1), deviation: "blink" as const },
    { emotion: 0, intensity: 1 },
    shown(0.9),
  ];
  const set = new ClipSet(
    [clip("a", truth), clip("b", [shown(1), shown(1), shown(1), shown(1)])],
    dfewLabels,
  );

  it("are the frames that show their clip's emotion clearly, each a clip of one frame", async () => {
    const stills = stillsOf(set, { least: 0.5, perClip: 2 });
    assert.deepEqual(
      [...stills].map(({ id, frameCount, label }) => [id, frameCount, label]),
      [
        ["a frame 1", 1, 1],
        ["a frame 4", 1, 1],
        ["b frame 1", 1, 1],
        ["b frame 3", 1, 1],
      ],
    );
    assert.deepEqual([...(await stills.clips[1].read([0, 0])).data], [4, 4]);
  });

  it("are also neutral faces, which have no intensity, and no frames that merely begin or end an emotion", () => {
    const neutral = clip("n", [
      shown(0),
      shown(0),
      { ...shown(0.9), emotion: 0, deviation: "other emotion" },
    ]);
    const faint = clip("f", [shown(0), shown(0.3), shown(0.4)]);
    const stills = stillsOf(new ClipSet([neutral, faint], dfewLabels));
    assert.deepEqual(
      [...stills].map(({ id }) => id),
      ["n frame 0", "n frame 1"],
    );
  });

  it("of drawn clips show every emotion, as often as any other", async () => {
    const drawn = await syntheticClips({ perEmotion: 2, deviating: 0, size: 32, frames: 16, seed: 5 });
    const counts = new Map<number, number>();
    for (const { label } of stillsOf(drawn, { perClip: 3 }))
      counts.set(label!, (counts.get(label!) ?? 0) + 1);
    assert.deepEqual([...counts.values()], Array<number>(7).fill(6));
  });

  it("need a truth for single frames", () => {
    assert.throws(() => stillsOf(new ClipSet([clip("c", null)], dfewLabels)), /no clip of this set has it/);
  });
});
