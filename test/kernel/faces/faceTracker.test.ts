import assert from "node:assert/strict";
import { FaceTracker } from "../../../kernel/faces/faceTracker.js";
import { rollOf } from "../../../kernel/faces/landmarks.js";
import { PaintedFaceNets, green, paint, red } from "./paintedFaces.js";
import { paintTurned, UprightFaceNets } from "./turnedFaces.js";

const at = (x: number, y = 40, side = 50) => ({ x, y, width: side, height: side });

/** Follows faces through frames in which the red face stands at `places`, or nowhere. */
async function follow(
  places: readonly (number | null)[],
  nets = new PaintedFaceNets(),
): Promise<FaceTracker> {
  const tracker = new FaceTracker(nets);
  for (const x of places)
    await tracker.observe(paint(240, 160, ...(x === null ? [] : [{ box: at(x), colour: red }])));
  return tracker;
}

const repeated = <T>(value: T, count: number) => new Array<T>(count).fill(value);

describe("a face in a video", () => {
  it("is followed frame by frame, as one track with its box", async () => {
    const places = Array.from({ length: 15 }, (_, frame) => 20 + 6 * frame);
    const { tracks } = await follow(places);
    assert.equal(tracks.length, 1);
    const { faces } = tracks[0];
    assert.deepEqual(
      faces.map(({ frame }) => frame),
      places.map((_, frame) => frame),
    );
    faces.forEach(({ box, score }, frame) => {
      assert.ok(Math.abs(box.x - places[frame]) < 4 && Math.abs(box.width - 50) < 4, `frame ${frame}`);
      assert.ok(score > 0.9);
    });
  });

  it("is looked at five times when it is new and every third frame", async () => {
    const [{ faces }] = (await follow(repeated(60, 7))).tracks;
    assert.deepEqual(
      faces.map(({ wander }) => wander !== null),
      [true, false, false, true, false, false, true],
    );
  });

  it("that was missing for eleven frames is continued; after thirteen, a new track begins", async () => {
    const gone = (frames: number) => [60, ...repeated(null, frames), 60];
    assert.equal((await follow(gone(11))).tracks.length, 1);
    assert.equal((await follow(gone(13))).tracks.length, 2);
  });

  it("that jumps, as at a cut, begins a new track", async () => {
    const { tracks } = await follow([20, 20, 160, 160]);
    assert.deepEqual(
      tracks.map(({ faces }) => faces.map(({ frame }) => frame)),
      [
        [0, 1],
        [2, 3],
      ],
    );
  });

  it("counts only when the SSD detector sees it too", async () => {
    const nets = new PaintedFaceNets();
    nets.ssdIsBlind = true;
    assert.deepEqual((await follow([60, 60, 60], nets)).tracks, []);
  });

  it("that comes while another is there is found at the next search, after at most twelve frames", async () => {
    const tracker = new FaceTracker(new PaintedFaceNets());
    for (let frame = 0; frame < 14; frame++) {
      const newcomer = frame >= 3 ? [{ box: at(150), colour: green }] : [];
      await tracker.observe(paint(240, 160, { box: at(20), colour: red }, ...newcomer));
    }
    assert.deepEqual(
      tracker.tracks.map(({ faces }) => faces[0].frame),
      [0, 12],
    );
    const [one, other] = tracker.tracks.map(({ descriptor }) => descriptor);
    const distance = Math.hypot(...one.map((value, i) => value - other[i]));
    assert.ok(distance > 0.6, `descriptors of two people are ${distance} apart`);
  });

  it("is described when it is new and every 25 faces, not in every frame", async () => {
    const nets = new PaintedFaceNets();
    const { tracks } = await follow(repeated(60, 26), nets);
    assert.equal(nets.asked.descriptors, 2);
    assert.ok(tracks[0].descriptor[0] > 0.9 && tracks[0].descriptor[1] < 0.1, "their mean");
  });

  it("costs one quick look a frame while it is followed", async () => {
    const nets = new PaintedFaceNets();
    await follow([60], nets);
    const { tiny, ssd } = nets.asked;
    const later = new PaintedFaceNets();
    await follow(repeated(60, 6), later);
    assert.deepEqual([later.asked.tiny - tiny, later.asked.ssd - ssd], [5, 0]);
  });

  it("that lies on its side is followed as such", async () => {
    const tracker = new FaceTracker(new UprightFaceNets());
    for (let frame = 0; frame < 8; frame++)
      await tracker.observe(paintTurned(240, 160, { x: 60 + 4 * frame, y: 40, side: 50 }, 3));
    assert.equal(tracker.tracks.length, 1);
    const [{ faces, turn }] = tracker.tracks;
    assert.deepEqual([turn, faces.length], [3, 8]);
    for (const { landmarks } of faces) assert.ok(Math.abs(rollOf(landmarks) + Math.PI / 2) < 0.05);
  });

  it("that turns while it is followed stays the same track", async () => {
    const tracker = new FaceTracker(new UprightFaceNets());
    for (const turn of [0, 0, 0, 1, 1, 1] as const)
      await tracker.observe(paintTurned(240, 160, { x: 60, y: 40, side: 50 }, turn));
    assert.equal(tracker.tracks.length, 1);
    assert.ok(Math.abs(rollOf(tracker.tracks[0].faces.at(-1)!.landmarks) - Math.PI / 2) < 0.05);
  });

  it("is none in frames in which its points wander like a guess", async () => {
    class Guessing extends PaintedFaceNets {
      override async landmarks(pixels: Uint8Array): Promise<Float32Array> {
        return (await super.landmarks(pixels)).map((value, i) => value + 0.2 * (Math.floor(i / 136) % 3));
      }
    }
    assert.deepEqual((await follow([60, 60, 60], new Guessing())).tracks, []);
  });
});
