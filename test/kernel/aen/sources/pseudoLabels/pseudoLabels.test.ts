import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Clip } from "../../../../../kernel/aen/clips/clip.js";
import { dfewLabels } from "../../../../../kernel/aen/labels.js";
import {
  expressionPseudoLabels,
  mirror,
} from "../../../../../kernel/aen/sources/pseudoLabels/pseudoLabels.js";
import type { FaceSight } from "../../../../../kernel/contracts/frameTruth.js";
import { faceNets } from "../../../../../kernel/faces/faceNets.js";
import { Random } from "../../../../../kernel/random/random.js";

const side = 112;
const random = new Random("pseudo labels");
/** Frames of noise, each brighter than the one before, so that the network tells them apart. */
const frames = Array.from({ length: 18 }, (_, frame) =>
  Uint8Array.from({ length: side * side * 3 }, () => 14 * frame * random.unit()),
);

function clipOf(pictures: readonly Uint8Array[], faceSights?: readonly FaceSight[]): Clip {
  return {
    ...{
      id: "noise",
      label: null,
      identity: null,
      frameCount: pictures.length,
      frameRate: null,
      truth: null,
      faceSights,
    },
    read: async (numbers) => ({
      ...{ count: numbers.length, width: side, height: side },
      data: Uint8Array.from(Buffer.concat(numbers.map((number) => pictures[number]))),
    }),
  };
}
const near = (actual: ArrayLike<number> | null, expected: ArrayLike<number>) => {
  assert.equal(actual?.length, expected.length);
  for (let i = 0; i < expected.length; i++)
    assert.ok(Math.abs(actual![i] - expected[i]) < 1e-4, `${i}: ${actual![i]}`);
};

describe("pseudo labels from the expression network", () => {
  it("are in DFEW's order, the mean of each frame and its mirror image", async () => {
    const { emotions, probabilities, clip } = await expressionPseudoLabels(clipOf([frames[9]]));
    assert.deepEqual([clip, emotions, probabilities.length], ["noise", dfewLabels.emotions, 1]);
    const plain = await faceNets().expressions(frames[9]);
    const mirrored = await faceNets().expressions(mirror(frames[9], side));
    const theirs: Record<string, string> = {
      ...{ Happy: "happy", Sad: "sad", Neutral: "neutral", Angry: "angry", Surprise: "surprised" },
      ...{ Disgust: "disgusted", Fear: "fearful" },
    };
    const order = faceApisOrder();
    const expected = dfewLabels.emotions.map((emotion) => {
      const column = order.indexOf(theirs[emotion]);
      return (plain[column] + mirrored[column]) / 2;
    });
    near(probabilities[0], expected);
    assert.ok(Math.abs(expected.reduce((a, b) => a + b) - 1) < 1e-5);
  });

  it("belong to their own frame, beyond the first batch too, and are null where no face was seen", async () => {
    const sights = frames.map((_, frame): FaceSight => (frame === 1 || frame === 4 ? "none" : "seen"));
    const { probabilities } = await expressionPseudoLabels(clipOf(frames, sights));
    assert.deepEqual(
      probabilities.flatMap((row, frame) => (row === null ? [frame] : [])),
      [1, 4],
    );
    for (const frame of [0, 2, 5, 17]) {
      const alone = await expressionPseudoLabels(clipOf([frames[frame]]));
      near(probabilities[frame], alone.probabilities[0]!);
    }
    assert.ok(Math.abs(probabilities[5]![2] - probabilities[17]![2]) > 1e-3, "the frames differ");
  });

  it("are refused for a clip without a face, and no longer made once their signal is aborted", async () => {
    const none = clipOf(frames.slice(0, 2), ["none", "none"]);
    await assert.rejects(expressionPseudoLabels(none), {
      name: "DataError",
      message: /No frame of the clip noise/,
    });
    const signal = AbortSignal.abort(new Error("enough"));
    await assert.rejects(expressionPseudoLabels(clipOf(frames), signal), /enough/);
  });
});

describe("a mirrored picture", () => {
  it("has its pixels from right to left, row by row and picture by picture, each with its channels in order", () => {
    const pixels = Uint8Array.of(1, 2, 3, 4, 5, 6, 11, 12, 13, 14, 15, 16);
    const turned = Uint8Array.of(4, 5, 6, 1, 2, 3, 14, 15, 16, 11, 12, 13);
    assert.deepEqual(mirror(pixels, 2), turned);
    const two = (pictures: Uint8Array) => Uint8Array.of(...pictures, ...pictures.map((value) => value + 100));
    assert.deepEqual(mirror(two(pixels), 2), two(turned));
  });
});

/** The order of face-api's own outputs, from its source. */
function faceApisOrder(): string[] {
  const file = createRequire(import.meta.url).resolve(
    "@vladmandic/face-api/src/faceExpressionNet/FaceExpressions.ts",
  );
  const list = /FACE_EXPRESSION_LABELS = \[([^\]]*)\]/.exec(readFileSync(file, "utf8"))![1];
  return list.split(",").map((name) => name.trim().replaceAll("'", ""));
}
