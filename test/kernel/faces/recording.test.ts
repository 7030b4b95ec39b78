import assert from "node:assert/strict";
import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import type { Clip } from "../../../kernel/aen/clips/clip.js";
import { clips } from "../../../kernel/aen/sources/index.js";
import { realClip } from "../aen/sources/video/realClips.js";
import { temporaryFolder } from "../aen/sources/video/testVideo.js";

/** Frames of the recording in which a hand is before the face, as a person sees it; at the edges it moves. */
const handFrom = 66;
const handTo = 230;
const edge = 8;

describe("the face in a recording", () => {
  const cache = path.join(temporaryFolder(), "clips");
  const stages = new Set<string>();
  let clip: Clip;

  before(async function () {
    this.timeout(400_000);
    clip = await clips.fromVideo(realClip(this as unknown as Mocha.Context, "sad-occluded-happy.mp4"), {
      cache,
      onProgress: ({ stage }) => void stages.add(stage),
    });
  });

  it("is found in at least 95 % of the frames in which it is uncovered", () => {
    const uncovered = clip.faceSights!.filter((_, frame) => frame < handFrom - edge || frame > handTo + edge);
    const seen = uncovered.filter((sight) => sight === "seen");
    assert.ok(seen.length >= 0.95 * uncovered.length, `${seen.length} of ${uncovered.length}`);
    assert.equal(clip.frameCount, 472);
  });

  it("is marked as covered while a hand is before it", () => {
    const covered = clip.faceSights!.slice(handFrom + edge, handTo - edge);
    const marked = covered.filter((sight) => sight !== "seen");
    assert.ok(marked.length >= 0.95 * covered.length, `${marked.length} of ${covered.length}`);
  });

  it("lies in the middle of the frame, brighter than the room behind it", async () => {
    const { data, width, height } = await clip.read([0, 240, 460]);
    assert.deepEqual([width, height], [112, 112]);
    for (const frame of [0, 1, 2]) {
      const brightness = (from: number, to: number) => {
        let sum = 0;
        for (let y = 30; y < 90; y++)
          for (let x = from; x < to; x++) sum += data[((frame * 112 + y) * 112 + x) * 3];
        return sum / (60 * (to - from));
      };
      assert.ok(brightness(36, 76) > 1.5 * brightness(0, 10));
    }
  });

  it("is called happy by its pseudo labels where it laughs, more than where it weeps", async () => {
    const part = (from: number): Clip => ({
      ...{ id: String(from), label: null, identity: null, frameCount: 16, frameRate: null, truth: null },
      read: (frames, signal) =>
        clip.read(
          frames.map((frame) => from + frame),
          signal,
        ),
    });
    const happy = async (from: number) => {
      const { probabilities, emotions } = await clips.expressionPseudoLabels(part(from));
      for (const row of probabilities) assert.ok(Math.abs(row!.reduce((sum, p) => sum + p, 0) - 1) < 1e-4);
      assert.equal(emotions[0], "Happy");
      return probabilities.reduce((sum, row) => sum + row![0], 0) / probabilities.length;
    };
    assert.ok((await happy(330)) > 0.8);
    assert.ok((await happy(20)) < 0.3);
  });

  it("is taken from the cache the second time", async function () {
    const file = realClip(this, "sad-occluded-happy.mp4");
    const told: string[] = [];
    const onProgress = ({ stage }: { stage: string }): void => void told.push(stage);
    const again = await clips.fromVideo(file, { cache, label: "Happy", onProgress });
    assert.deepEqual(told, [], "it is read and written again");
    assert.notEqual(stages.size, 0, "the first time tells its stages");
    assert.deepEqual(again.faceSights, clip.faceSights);
    assert.equal(again.label, 0);
  });
});

describe("a recording without a face", () => {
  const cache = path.join(temporaryFolder(), "clips");

  it("is refused with a message, and nothing of it is left", async function () {
    this.timeout(200_000);
    const file = realClip(this, "no-face.mp4");
    await assert.rejects(
      clips.fromVideo(file, { cache }),
      /no-face\.mp4: no face was found in its 95 frames.*faces: false/,
    );
    assert.deepEqual(existsSync(cache) ? readdirSync(cache) : [], [".gitignore"]);
  });
});
