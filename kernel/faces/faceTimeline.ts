import type { FaceBox, FaceSight } from "../contracts/frameTruth.js";
import { alignFace } from "./alignFace.js";
import type { TrackedFace } from "./faceTracker.js";
import type { Affine } from "./warpPicture.js";

/** The face in one frame of a clip. */
export interface FaceFrame {
  readonly sight: FaceSight;
  /** Maps the aligned face, as a unit square, to the picture's pixels; null when there is no face. */
  readonly map: Affine | null;
  /** Where the detector found it, in the picture's pixels, or between its neighbours; null when there is no face. */
  readonly box: FaceBox | null;
}

/** Above this {@link TrackedFace.wander} a face counts as covered. */
export const coveredFrom = 0.9;
/** The longest gap, in frames, that is interpolated. */
export const longestBridge = 6;
/** Standard deviation, in frames, of the Gaussian that smooths the crop's position. */
const smoothing = 1.2;

/** One entry per frame of the clip: short gaps interpolated, covered faces marked, crop positions smoothed. */
export function faceTimeline(faces: readonly TrackedFace[], frameCount: number): FaceFrame[] {
  const maps: (Affine | null)[] = new Array<null>(frameCount).fill(null);
  const sights: FaceSight[] = new Array<FaceSight>(frameCount).fill("none");
  const boxes: (FaceBox | null)[] = new Array<null>(frameCount).fill(null);
  const covered = coverOf(faces);
  faces.forEach((face, index) => {
    maps[face.frame] = alignFace(face.landmarks, 1);
    sights[face.frame] = covered[index] ? "covered" : "seen";
    boxes[face.frame] = { ...face.box, confidence: face.score };
  });
  bridge(faces, { maps, sights, boxes });
  return smooth(maps).map((map, frame) => ({ map, sight: sights[frame], box: boxes[frame] }));
}

interface Found {
  readonly maps: (Affine | null)[];
  readonly sights: FaceSight[];
  readonly boxes: (FaceBox | null)[];
}

function bridge(faces: readonly TrackedFace[], { maps, sights, boxes }: Found): void {
  for (let index = 1; index < faces.length; index++) {
    const [from, to] = [faces[index - 1].frame, faces[index].frame];
    if (to - from < 2 || to - from - 1 > longestBridge || isCut(maps[from]!, maps[to]!)) continue;
    for (let frame = from + 1; frame < to; frame++) {
      const share = (frame - from) / (to - from);
      maps[frame] = mix([maps[from]!, maps[to]!], [1 - share, share]);
      sights[frame] = "bridged";
      boxes[frame] = between(boxes[from]!, boxes[to]!, share);
    }
  }
}

/** @param share 0 for the first box, 1 for the second */
function between(a: FaceBox, b: FaceBox, share: number): FaceBox {
  const mean = (key: "x" | "y" | "width" | "height") => (1 - share) * a[key] + share * b[key];
  return { x: mean("x"), y: mean("y"), width: mean("width"), height: mean("height"), confidence: 0 };
}

/** Whether the face jumped by more than half its size, as it does at a cut. */
function isCut(a: Affine, b: Affine): boolean {
  const [before, after] = [middle(a), middle(b)];
  return Math.hypot(after.x - before.x, after.y - before.y) > 0.5 * Math.hypot(a.a, a.d);
}

function middle(map: Affine): { x: number; y: number } {
  return { x: (map.a + map.b) / 2 + map.c, y: (map.d + map.e) / 2 + map.f };
}

function smooth(maps: readonly (Affine | null)[]): (Affine | null)[] {
  const reach = Math.ceil(2 * smoothing);
  return maps.map((map, frame) => {
    if (!map) return null;
    const near: Affine[] = [];
    const weights: number[] = [];
    for (let other = frame - reach; other <= frame + reach; other++) {
      const there = maps[other];
      if (!there || isCut(map, there)) continue;
      near.push(there);
      weights.push(Math.exp(-((other - frame) ** 2) / (2 * smoothing ** 2)));
    }
    return mix(near, weights);
  });
}

function mix(maps: readonly Affine[], weights: readonly number[]): Affine {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const mean = (key: keyof Affine) => maps.reduce((sum, map, at) => sum + map[key] * weights[at], 0) / total;
  return { a: mean("a"), b: mean("b"), c: mean("c"), d: mean("d"), e: mean("e"), f: mean("f") };
}

/** Whether each face is covered, by the median over the three nearest thorough looks. */
function coverOf(faces: readonly TrackedFace[]): boolean[] {
  const sure = faces.filter((face) => face.wander !== null);
  let next = 0;
  return faces.map(({ frame }) => {
    while (next < sure.length && sure[next].frame < frame) next++;
    const near = sure
      .slice(Math.max(0, next - 3), next + 3)
      .filter((face) => Math.abs(face.frame - frame) <= 7);
    const nearest = near.sort((a, b) => Math.abs(a.frame - frame) - Math.abs(b.frame - frame)).slice(0, 3);
    const wanders = nearest.map((face) => face.wander!).sort((a, b) => a - b);
    return wanders.length > 0 && wanders[Math.floor(wanders.length / 2)] > coveredFrom;
  });
}
