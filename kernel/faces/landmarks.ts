import type { Box } from "./box.js";

/** A point in picture pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * 68 points of a face in the order of iBUG's 300-W mark-up (jaw 0-16, brows 17-26, nose 27-35, eyes 36-47, mouth
 * 48-67), as x, y, x, y, ... in picture pixels.
 */
export type Landmarks = Float32Array;

/** The number of points. */
export const landmarkCount = 68;

/** The mean of the points `from` to `to` (exclusive). */
export function centreOf(landmarks: Landmarks, from: number, to: number): Point {
  let x = 0;
  let y = 0;
  for (let point = from; point < to; point++) {
    x += landmarks[2 * point];
    y += landmarks[2 * point + 1];
  }
  return { x: x / (to - from), y: y / (to - from) };
}

/** The eye on the picture's left (the person's right eye), the other eye and the mouth. */
export function eyesAndMouth(landmarks: Landmarks): readonly [Point, Point, Point] {
  return [centreOf(landmarks, 36, 42), centreOf(landmarks, 42, 48), centreOf(landmarks, 48, 68)];
}

/** The angle between the line through the eyes and the horizontal, in radians, clockwise. */
export function rollOf(landmarks: Landmarks): number {
  const [left, right] = eyesAndMouth(landmarks);
  return Math.atan2(right.y - left.y, right.x - left.x);
}

/** The smallest axis-aligned box that contains all points. */
export function boxOf(landmarks: Landmarks): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let at = 0; at < landmarks.length; at += 2) {
    left = Math.min(left, landmarks[at]);
    right = Math.max(right, landmarks[at]);
    top = Math.min(top, landmarks[at + 1]);
    bottom = Math.max(bottom, landmarks[at + 1]);
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}
