import type { Exercise } from "../exercise.js";
import { plainExercise } from "../plainExercise.js";

type Point = { readonly x: number; readonly y: number };
type Eyes = readonly [left: Point, right: Point, size: number];
type Map = { readonly a: number; readonly b: number; readonly c: number; readonly d: number; readonly e: number; readonly f: number }; // prettier-ignore

/** Where the eyes of an aligned face are, as shares of its side: `alignedPoints` of kernel/faces/alignFace.ts. */
const [eyeX, eyeY, eyeDistance] = [0.355, 0.4, 0.29];

/** The similarity that takes the aligned eyes to those of the picture. */
function aligned(left: Point, right: Point, size: number): Map {
  const a = (right.x - left.x) / (eyeDistance * size);
  const d = (right.y - left.y) / (eyeDistance * size);
  return placed(a, d, left, size);
}

function placed(a: number, d: number, left: Point, size: number): Map {
  const [x, y] = [eyeX * size, eyeY * size];
  return { a, b: -d, c: left.x - a * x + d * y, d, e: a, f: left.y - d * x - a * y };
}

export const alignByEyes: Exercise = plainExercise<Eyes>({
  ...{ id: "2.4", name: "Alignment by the eyes" },
  parts: [
    {
      what: "upright faces",
      points: 2,
      cases: [
        [{ x: 60, y: 80 }, { x: 100, y: 80 }, 112],
        [{ x: 33, y: 21 }, { x: 44.5, y: 21 }, 64],
      ],
    },
    {
      what: "tilted faces",
      points: 2,
      cases: [
        [{ x: 60, y: 80 }, { x: 90, y: 110 }, 112],
        [{ x: 40, y: 50 }, { x: 55, y: 38 }, 96],
      ],
      hiddenCases: [[{ x: 70, y: 20 }, { x: 70, y: 60 }, 100]],
      hint: "Upright faces are right. For tilted ones, check the signs of b and d, and that both eyes come out at the same height.",
    },
  ],
  reference: aligned,
  mistakes: [
    {
      hint: "Your map goes from the picture to the aligned face. Which of the two does the text ask for?",
      value: (left, right, size) => {
        const { a, d } = aligned(left, right, size);
        const norm = a * a + d * d;
        const [x, y] = [eyeX * size, eyeY * size];
        const [ia, id] = [a / norm, -d / norm];
        return { a: ia, b: -id, c: x - ia * left.x + id * left.y, d: id, e: ia, f: y - id * left.x - ia * left.y }; // prettier-ignore
      },
    },
    {
      hint: "You leave the tilt out. What do the eyes' heights say?",
      value: (left, right, size) => placed((right.x - left.x) / (eyeDistance * size), 0, left, size),
    },
    {
      hint: "You scale and turn, but do not move: where does the left eye come out?",
      value: (left, right, size) => ({ ...aligned(left, right, size), c: 0, f: 0 }),
    },
    {
      hint: "Your face turns the wrong way: look at the signs of b and d.",
      value: (left, right, size) => {
        const { a, d } = aligned(left, right, size);
        return placed(a, -d, left, size);
      },
    },
    {
      hint: "Your positions are shares of the side. How many pixels are they in a square of `size` pixels?",
      value: (left, right) => aligned(left, right, 1),
    },
  ],
  hint: "Begin with a and d: a step from the left eye to the right one is 0.29 size in the square. Then choose c and f so that the left eye fits.",
});

type Sights = readonly [sights: readonly string[]];
const share = (sights: readonly string[], usable: (sight: string) => boolean) =>
  sights.filter(usable).length / sights.length;

export const usableFrames: Exercise = plainExercise<Sights>({
  ...{ id: "2.6", name: "Share of usable frames" },
  parts: [
    {
      what: "the values",
      points: 2,
      cases: [
        [["seen", "seen", "covered", "bridged", "none", "seen", "none", "none"]],
        [["none", "covered", "covered", "bridged", "bridged"]],
      ],
      hiddenCases: [[["none", "none"]], [["seen", "seen", "seen"]]],
    },
  ],
  reference: (sights) => share(sights, (sight) => sight === "seen" || sight === "bridged"),
  mistakes: [
    { hint: "You count frames without a face. Which sights show one?", value: () => 1 },
    { hint: "You count covered faces too. What is hidden in them?", value: (sights) => share(sights, (sight) => sight !== "none") }, // prettier-ignore
    { hint: "You leave bridged frames out. The text says which frames are usable.", value: (sights) => share(sights, (sight) => sight === "seen") }, // prettier-ignore
    { hint: "This is a number of frames. Which share is it?", value: (sights) => sights.filter((sight) => sight === "seen" || sight === "bridged").length }, // prettier-ignore
    { hint: "You leave frames without a face out of the whole. Of how many frames is it a share?", value: (sights) => share(sights.filter((sight) => sight !== "none"), (sight) => sight !== "covered") }, // prettier-ignore
    { hint: "This is the share of frames that are not usable.", value: (sights) => share(sights, (sight) => sight === "none" || sight === "covered") }, // prettier-ignore
  ],
  hint: "Count the frames that are seen or bridged, and divide by all.",
});
