import assert from "node:assert/strict";
import type { Clip } from "../../../../kernel/aen/clips/clip.js";
import { relabelledClip } from "../../../../kernel/aen/clips/relabelledClip.js";

/** A clip that needs itself to read, as those of videos do. */
class PrivateClip implements Clip {
  readonly #pixels = new Uint8Array(3).fill(9);
  readonly id = "one";
  readonly label = 2;
  readonly identity = "Ann";
  readonly frameCount = 1;
  readonly frameRate = 25;
  readonly truth = [{ emotion: 2, intensity: 1 }];
  readonly groups = { light: "dim" };
  readonly faceSights = ["seen"] as const;
  readonly source = { module: "x", data: 1 };
  readonly contentKey = "key";

  async read(frames: readonly number[]) {
    return { count: frames.length, height: 1, width: 1, data: this.#pixels };
  }

  async readPictures() {
    return [{ height: 1, width: 1, data: this.#pixels }];
  }
}

describe("a relabelled clip", () => {
  const clip = new PrivateClip();
  const other = relabelledClip(clip, { label: 0, truth: null, originalLabel: "Anxiety" });

  it("differs from the clip in its labels only", () => {
    const { read: _read, readPictures: _pictures, ...known } = other;
    assert.deepEqual(known, { ...clip, label: 0, truth: null, originalLabel: "Anxiety" });
    assert.equal("originalLabel" in relabelledClip(clip, { label: 1, truth: null }), false);
  });

  it("has the clip read its frames", async () => {
    assert.deepEqual(await other.read([0]), await clip.read([0]));
    assert.deepEqual(await other.readPictures?.([0]), await clip.readPictures());
  });

  it("has no pictures, source, groups or key where the clip has none", () => {
    const { id, label, identity, frameCount, frameRate, truth } = clip;
    const plain: Clip = {
      id,
      label,
      identity,
      frameCount,
      frameRate,
      truth,
      read: (frames) => clip.read(frames),
    };
    assert.deepEqual(Object.keys(relabelledClip(plain, { label, truth })).sort(), Object.keys(plain).sort());
  });
});
