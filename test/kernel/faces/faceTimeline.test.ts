import assert from "node:assert/strict";
import { alignFace } from "../../../kernel/faces/alignFace.js";
import { coveredFrom, faceTimeline, longestBridge } from "../../../kernel/faces/faceTimeline.js";
import type { TrackedFace } from "../../../kernel/faces/faceTracker.js";

/** A face 100 pixels wide with its upper left corner at (x, 0). */
function faceAt(frame: number, x: number, wander: number | null = 0.4): TrackedFace {
  const landmarks = new Float32Array(136);
  const put = (from: number, to: number, px: number, py: number) => {
    for (let point = from; point < to; point++) landmarks.set([x + px, py], 2 * point);
  };
  put(36, 42, 35, 40);
  put(42, 48, 65, 40);
  put(48, 68, 50, 74);
  return { frame, score: 0.9, box: { x, y: 0, width: 100, height: 100 }, landmarks, wander };
}

const sights = (faces: readonly TrackedFace[], count: number) =>
  faceTimeline(faces, count).map(({ sight }) => sight);

describe("the timeline of a face", () => {
  it("has an entry for every frame, none where there is no face", () => {
    const timeline = faceTimeline([faceAt(2, 0)], 4);
    assert.deepEqual(
      timeline.map(({ sight, map }) => [sight, map === null]),
      [
        ["none", true],
        ["none", true],
        ["seen", false],
        ["none", true],
      ],
    );
  });

  it("is the aligned face's map where the face stands still", () => {
    const faces = Array.from({ length: 6 }, (_, frame) => faceAt(frame, 30));
    for (const { map } of faceTimeline(faces, 6)) {
      const still = alignFace(faces[0].landmarks, 1);
      for (const key of ["a", "b", "c", "d", "e", "f"] as const)
        assert.ok(Math.abs(map![key] - still[key]) < 1e-4, key);
    }
  });

  it(`bridges a gap of ${longestBridge} frames on the straight line between, and no longer one`, () => {
    const gap = (frames: number) => [faceAt(0, 0), faceAt(frames + 1, 14)];
    assert.deepEqual(sights(gap(longestBridge), 8), ["seen", ...Array(6).fill("bridged"), "seen"]);
    assert.deepEqual(sights(gap(longestBridge + 1), 9), ["seen", ...Array(7).fill("none"), "seen"]);
    const places = faceTimeline(gap(longestBridge), 8).map(({ map }) => map!.c);
    assert.ok(
      places.every((c, frame) => frame === 0 || c > places[frame - 1]),
      `moves on: ${places}`,
    );
    assert.ok(Math.abs(places[3] + places[4] - places[0] - places[7]) < 1e-4, "symmetric about its middle");
  });

  it("says where the detector found the face, with its confidence, and lays bridged boxes between", () => {
    const boxes = faceTimeline([faceAt(0, 0), faceAt(4, 40)], 6).map(({ box }) => box);
    const at = (x: number, confidence: number) => ({ x, y: 0, width: 100, height: 100, confidence });
    assert.deepEqual(boxes, [at(0, 0.9), at(10, 0), at(20, 0), at(30, 0), at(40, 0.9), null]);
  });

  it("does not bridge a cut, nor smooth across it", () => {
    const faces = [0, 1, 4, 5].map((frame) => faceAt(frame, frame < 3 ? 0 : 400));
    assert.deepEqual(sights(faces, 6), ["seen", "seen", "none", "none", "seen", "seen"]);
    const next = [0, 1, 2, 3].map((frame) => faceAt(frame, frame < 2 ? 0 : 400));
    const [, before, after] = faceTimeline(next, 4).map(({ map }) => map!.c);
    assert.ok(Math.abs(after - before - 400) < 1e-3, "the jump stays as large as it was");
  });

  it("smooths the trembling of single frames, not the place of the whole", () => {
    const faces = Array.from({ length: 20 }, (_, frame) => faceAt(frame, 50 + (frame % 2 ? 2 : -2)));
    const places = faceTimeline(faces, 20).map(({ map }) => map!.c);
    const inner = places.slice(3, -3);
    assert.ok(Math.max(...inner) - Math.min(...inner) < 0.5, "a trembling of 4 pixels is below half a pixel");
    const middle = inner.reduce((sum, c) => sum + c, 0) / inner.length;
    assert.ok(Math.abs(middle - alignFace(faceAt(0, 50).landmarks, 1).c) < 0.2);
  });

  it("calls a face covered by the median of its nearest thorough looks: one outlier changes nothing", () => {
    const look = (frame: number, wander: number) => faceAt(frame, 0, wander);
    const one = [0, 3, 6, 9, 12].map((frame) => look(frame, frame === 6 ? 5 : 0.4));
    assert.ok(!sights(one, 13).includes("covered"));
    const stretch = [0, 3, 6, 9, 12, 15, 18].map((frame) =>
      look(frame, frame >= 9 ? coveredFrom + 0.1 : 0.4),
    );
    const shown = sights(stretch, 19).filter((sight) => sight !== "bridged");
    assert.deepEqual(shown, ["seen", "seen", "seen", "covered", "covered", "covered", "covered"]);
  });

  it("carries the verdict of the thorough looks over to the quick ones between", () => {
    const faces = Array.from({ length: 12 }, (_, frame) => faceAt(frame, 0, frame % 3 === 0 ? 2 : null));
    assert.deepEqual(sights(faces, 12), Array(12).fill("covered"));
    const never = Array.from({ length: 4 }, (_, frame) => faceAt(frame, 0, null));
    assert.deepEqual(sights(never, 4), Array(4).fill("seen"), "without a thorough look nothing is said");
  });
});
