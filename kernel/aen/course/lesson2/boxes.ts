import type { Exercise } from "../exercise.js";
import { plainExercise } from "../plainExercise.js";

/** A rectangle in pixels: its upper left corner, width and height. */
type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

const box = (x: number, y: number, width: number, height: number): Box => ({ x, y, width, height });
const area = ({ width, height }: Box) => width * height;

function shared(a: Box, b: Box): number {
  const [width, height] = sides(a, b);
  return Math.max(0, width) * Math.max(0, height);
}

function sides(a: Box, b: Box): readonly [number, number] {
  return [
    Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x),
    Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y),
  ];
}

const iou = (a: Box, b: Box) => shared(a, b) / (area(a) + area(b) - shared(a, b));

/** Intersection over union. */
export const overlapOfBoxes: Exercise = plainExercise<readonly [a: Box, b: Box]>({
  ...{ id: "2.2", name: "Intersection over union" },
  parts: [
    {
      what: "boxes that overlap",
      points: 2,
      cases: [
        [box(0, 0, 10, 10), box(5, 2, 10, 12)],
        [box(3, 3, 8, 4), box(1, 1, 20, 30)],
        [box(0, 0, 6, 6), box(0, 0, 6, 6)],
      ],
      hiddenCases: [[box(-4, 2, 9, 7), box(1, -3, 5, 8)]],
    },
    {
      what: "boxes apart",
      points: 1,
      cases: [
        [box(0, 0, 4, 4), box(10, 0, 4, 4)],
        [box(0, 0, 4, 4), box(9, 8, 4, 4)],
      ],
      hint: "Boxes that do not touch share nothing. What do your width and height become when they are apart?",
    },
  ],
  reference: iou,
  mistakes: [
    { hint: "This is the shared area in pixels. Of what is it a share?", value: shared },
    {
      hint: "You divide by the sum of both areas, in which the shared part counts twice.",
      value: (a, b) => shared(a, b) / (area(a) + area(b)),
    },
    {
      hint: "You divide by the area of one box. What is the area that both cover together?",
      value: (a, b) => shared(a, b) / area(a),
    },
    {
      hint: "You divide by the smaller box: a small box inside a large one would count as a perfect match.",
      value: (a, b) => shared(a, b) / Math.min(area(a), area(b)),
    },
    {
      hint: "Width and height of the overlap are both negative, and their product is not. What is shared by boxes apart?",
      value: (a, b) => {
        const [width, height] = sides(a, b);
        return (width * height) / (area(a) + area(b) - width * height);
      },
    },
  ],
  hint: "Three areas: of each box, and what they share. The shared rectangle begins at the larger x and ends at the smaller x + width.",
});

type Step = readonly [before: Box, found: readonly Box[]];

function follow(before: Box, found: readonly Box[], least = 0.3): number {
  const overlaps = found.map((each) => iou(before, each));
  const best = overlaps.indexOf(Math.max(...overlaps));
  return best >= 0 && overlaps[best] > least ? best : -1;
}

/** A step of a tracker: the rule of IOU trackers (Bochinski, Eiselein and Sikora, 2017), for one face. */
export const trackerStep: Exercise = plainExercise<Step>({
  ...{ id: "2.5", name: "A step of a tracker" },
  parts: [
    {
      what: "faces that go on",
      points: 2,
      cases: [
        [box(10, 10, 40, 40), [box(80, 12, 60, 60), box(30, 10, 40, 40), box(14, 8, 42, 42)]],
        [box(50, 50, 30, 30), [box(52, 48, 30, 30)]],
        [box(50, 50, 20, 20), [box(20, 20, 90, 90), box(54, 50, 20, 20), box(200, 0, 99, 99)]],
      ],
      hiddenCases: [[box(0, 0, 50, 50), [box(30, 0, 50, 50), box(9, 9, 50, 50)]]],
    },
    {
      what: "faces that are lost",
      points: 1,
      cases: [
        [box(10, 10, 40, 40), []],
        [box(10, 10, 40, 40), [box(100, 10, 40, 40), box(40, 10, 40, 40)]],
      ],
      hint: "Where no overlap is above 0.3 the face is lost, and the result is -1. What does your function return then?",
    },
  ],
  reference: (before, found) => follow(before, found),
  mistakes: [
    { hint: "You return the overlap. Which of the boxes has it?", value: (before, found) => Math.max(...found.map((each) => iou(before, each))) }, // prettier-ignore
    { hint: "You return the largest face, whoever it is. Which box is nearest to the last one?", value: (_, found) => found.map(area).indexOf(Math.max(...found.map(area))) }, // prettier-ignore
    { hint: "You take the first box that overlaps enough. Does a later one overlap more?", value: (before, found) => found.findIndex((each) => iou(before, each) > 0.3) }, // prettier-ignore
    { hint: "You follow a face even where nothing overlaps enough. When is it lost?", value: (before, found) => follow(before, found, -1) }, // prettier-ignore
    { hint: "You take the largest shared area, not the largest intersection over union: a large box wins too easily.", value: (before, found) => found.map((each) => shared(before, each)).indexOf(Math.max(...found.map((each) => shared(before, each)))) }, // prettier-ignore
  ],
  hint: "Work out the overlap of each box with the last one, find the largest, and compare it with 0.3.",
});

type Truths = readonly [found: readonly (Box | null)[], truths: readonly Box[]];

const rate = (found: readonly (Box | null)[], truths: readonly Box[], hit: (a: Box, b: Box) => boolean) =>
  truths.filter((truth, at) => found[at] !== null && hit(found[at], truth)).length;

export const shareFound: Exercise = plainExercise<Truths>({
  ...{ id: "2.3", name: "Share of faces found" },
  parts: [
    {
      what: "the values",
      points: 2,
      cases: [
        [
          [box(0, 0, 10, 10), null, box(20, 20, 10, 10), box(0, 0, 4, 4), box(8, 0, 10, 10)],
          [box(1, 1, 10, 10), box(0, 0, 9, 9), box(20, 20, 10, 10), box(0, 0, 10, 10), box(0, 0, 10, 10)],
        ],
        [
          [null, null, box(0, 0, 10, 10)],
          [box(0, 0, 10, 10), box(0, 0, 5, 5), box(0, 0, 10, 5)],
        ],
      ],
      hiddenCases: [
        [
          [null, null],
          [box(0, 0, 3, 3), box(0, 0, 5, 5)],
        ],
      ],
    },
  ],
  reference: (found, truths) => rate(found, truths, (a, b) => iou(a, b) >= 0.5) / truths.length,
  mistakes: [
    { hint: "You count every box, wherever it is. Which of them are at the face?", value: (found, truths) => rate(found, truths, () => true) / truths.length }, // prettier-ignore
    { hint: "You count boxes that touch the face. How much must they overlap?", value: (found, truths) => rate(found, truths, (a, b) => iou(a, b) > 0) / truths.length }, // prettier-ignore
    { hint: "You divide by the pictures in which something was found. Pictures without a box count too.", value: (found, truths) => rate(found, truths, (a, b) => iou(a, b) >= 0.5) / found.filter((each) => each !== null).length }, // prettier-ignore
    { hint: "This is a number of faces. Which share is it?", value: (found, truths) => rate(found, truths, (a, b) => iou(a, b) >= 0.5) }, // prettier-ignore
    { hint: "An overlap of exactly 0.5 counts as found.", value: (found, truths) => rate(found, truths, (a, b) => iou(a, b) > 0.5) / truths.length }, // prettier-ignore
  ],
  hint: "Go through the pictures: found is a box whose overlap with the true one is 0.5 or more. Then divide by the number of pictures.",
});
