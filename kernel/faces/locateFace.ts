import type { Picture } from "../images/picture.js";
import { apply, turnedSquare } from "./affine.js";
import { squareAround, type Box } from "./box.js";
import { squareMap, squareOf } from "./detectFaces.js";
import { faceNetSize } from "./faceFeatureNet.js";
import type { FaceNets } from "./faceNets.js";
import { boxOf, landmarkCount, rollOf, type Landmarks, type Point } from "./landmarks.js";
import type { Turn } from "./turns.js";
import { warpPicture, type Affine } from "./warpPicture.js";

/** The points of a face, and how certain they are. */
export interface LocatedFace {
  readonly landmarks: Landmarks;
  /**
   * How much the jaw points vary when the face is located from five slightly shifted squares: standard deviation in
   * per cent of the face's width. About 0.5 for a fully visible face, 1 or more when a hand covers part of it and
   * the network has to guess. Null if the face was looked at only once.
   */
  readonly wander: number | null;
}

/** How far the five looks are shifted, in pixels of the network's input. */
const shift = 7;
const looks: readonly Point[] = [
  { x: shift, y: shift },
  { x: 0, y: shift },
  { x: 2 * shift, y: shift },
  { x: shift, y: 0 },
  { x: shift, y: 2 * shift },
];
const patchSize = faceNetSize + 2 * shift;

/** Where to start: the detector's box, or the points of the previous frame. */
export type Hint = { readonly box: Box; readonly turn?: Turn } | { readonly before: Landmarks };

/**
 * Finds the 68 points of a face, after rotating it upright.
 * @param thorough look five times instead of once, to measure how certain the points are
 */
export async function locateFace(
  nets: FaceNets,
  picture: Picture,
  hint: Hint,
  thorough = true,
): Promise<LocatedFace> {
  const rough = "box" in hint ? await roughly(nets, picture, hint.box, hint.turn) : hint.before;
  const map = uprightSquare(rough);
  const patch = warpPicture(picture, map, patchSize, patchSize, "replicate");
  const taken = thorough ? looks : looks.slice(0, 1);
  const points = await nets.landmarks(cutLooks(patch, taken));
  return { landmarks: meanOf(points, taken, map), wander: thorough ? wanderOf(points) : null };
}

async function roughly(nets: FaceNets, picture: Picture, box: Box, turn?: Turn): Promise<Landmarks> {
  const square = squareAround(box, 1);
  const pixels = squareOf(picture, square, faceNetSize, { border: "replicate", turn });
  const points = await nets.landmarks(pixels);
  const map = squareMap(square, 1, turn);
  return points.map((_, at) => {
    const { x, y } = apply(map, { x: points[at & ~1], y: points[at | 1] });
    return at % 2 === 0 ? x : y;
  });
}

/** An upright square around the points, with the margin of a detector's box. */
function uprightSquare(landmarks: Landmarks): Affine {
  const { x, y, width, height } = boxOf(landmarks);
  const middle = { x: x + width / 2, y: y + height / 2 };
  const side = 1.2 * Math.max(width, height);
  return turnedSquare(middle, (side * patchSize) / faceNetSize, rollOf(landmarks), patchSize);
}

function cutLooks(patch: Uint8Array, looks: readonly Point[]): Uint8Array {
  const row = faceNetSize * 3;
  const out = new Uint8Array(looks.length * faceNetSize * row);
  looks.forEach(({ x, y }, look) => {
    for (let line = 0; line < faceNetSize; line++) {
      const from = ((y + line) * patchSize + x) * 3;
      out.set(patch.subarray(from, from + row), (look * faceNetSize + line) * row);
    }
  });
  return out;
}

/** A point's position in the patch, for one look. */
function place(points: Float32Array, look: number, point: number): Point {
  const at = (look * landmarkCount + point) * 2;
  return { x: looks[look].x + points[at] * faceNetSize, y: looks[look].y + points[at + 1] * faceNetSize };
}

function meanOf(points: Float32Array, looks: readonly Point[], map: Affine): Landmarks {
  const landmarks = new Float32Array(2 * landmarkCount);
  for (let point = 0; point < landmarkCount; point++) {
    const there = apply(map, meanPlace(points, looks, point));
    landmarks[2 * point] = there.x;
    landmarks[2 * point + 1] = there.y;
  }
  return landmarks;
}

function meanPlace(points: Float32Array, looks: readonly Point[], point: number): Point {
  const places = looks.map((_, look) => place(points, look, point));
  const mean = (pick: (p: Point) => number) => places.reduce((sum, p) => sum + pick(p), 0) / places.length;
  return { x: mean((p) => p.x), y: mean((p) => p.y) };
}

function wanderOf(points: Float32Array): number {
  const jaw = Array.from({ length: 17 }, (_, point) => meanPlace(points, looks, point));
  const width = jaw[16].x - jaw[0].x;
  const spreads = jaw.map((mean, point) => {
    const squares = looks.map((_, look) => {
      const { x, y } = place(points, look, point);
      return (x - mean.x) ** 2 + (y - mean.y) ** 2;
    });
    return Math.sqrt(squares.reduce((sum, square) => sum + square, 0) / (2 * looks.length));
  });
  return (100 * spreads.reduce((sum, spread) => sum + spread, 0)) / (spreads.length * Math.max(width, 1));
}
