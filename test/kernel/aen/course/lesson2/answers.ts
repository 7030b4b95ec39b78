import { similarity } from "../../../../../kernel/faces/affine.js";
import { overlap } from "../../../../../kernel/faces/box.js";
import type { Answers } from "../answers.js";

type Box = { x: number; y: number; width: number; height: number };
type Point = { x: number; y: number };
type Found = (Box | null)[];

const area = ({ width, height }: Box) => width * height;
const sides = (a: Box, b: Box) => [
  Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x),
  Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y),
];
const shared = (a: Box, b: Box) => sides(a, b).reduce((product, side) => product * Math.max(0, side), 1);
const iou = (a: Box, b: Box) => shared(a, b) / (area(a) + area(b) - shared(a, b));
const largest = (values: number[]) => values.indexOf(Math.max(...values));
const hits = (found: Found, truths: Box[], least: number) =>
  truths.filter((truth, at) => found[at] !== null && iou(found[at], truth) >= least).length;

function align(left: Point, right: Point, size: number) {
  const a = (right.x - left.x) / (0.29 * size);
  const d = (right.y - left.y) / (0.29 * size);
  const [x, y] = [0.355 * size, 0.4 * size];
  return { a, b: -d, c: left.x - a * x + d * y, d, e: a, f: left.y - d * x - a * y };
}

/** Answers to the exercises of lesson 2, by number. */
export const lesson2Answers: Readonly<Record<string, Answers>> = {
  "2.1": {
    right: { "a number": 37, "as text": "37", "rounded down": Math.floor(37.5) },
    wrong: [
      ["from one", 38, /has not begun yet/],
      ["a half", 37.5, /no half frame/],
      ["the one before", 36, /has ended/],
      ["another rate", 60, /per|in a second/],
      ["something else", 100, /Every frame stays/],
      ["nothing yet", NaN, /Give one number/],
    ],
  },
  "2.2": {
    right: {
      "by areas": iou,
      "this package's own": overlap,
      "pixel by pixel": (a: Box, b: Box) => {
        const inside = ({ x, y, width, height }: Box, u: number, v: number) =>
          u >= x && u < x + width && v >= y && v < y + height;
        let [both, either] = [0, 0];
        for (let u = -10; u < 60; u++)
          for (let v = -10; v < 60; v++) {
            both += inside(a, u, v) && inside(b, u, v) ? 1 : 0;
            either += inside(a, u, v) || inside(b, u, v) ? 1 : 0;
          }
        return both / either;
      },
    },
    wrong: [
      ["the area", shared, /in pixels/],
      ["the sum", (a: Box, b: Box) => shared(a, b) / (area(a) + area(b)), /counts twice/],
      ["of one box", (a: Box, b: Box) => shared(a, b) / area(a), /area of one box/],
      [
        "of the smaller",
        (a: Box, b: Box) => shared(a, b) / Math.min(area(a), area(b)),
        /area of one box|smaller box/,
      ],
      [
        "no bounds",
        (a: Box, b: Box) => {
          const [w, h] = sides(a, b);
          return (w * h) / (area(a) + area(b) - w * h);
        },
        /apart/,
      ],
      ["nothing", () => {}, /returns nothing yet/],
      ["a text", () => "1", /must return a number/],
    ],
  },
  "2.3": {
    right: {
      "a filter": (found: Found, truths: Box[]) => hits(found, truths, 0.5) / truths.length,
      "a loop": (found: Found, truths: Box[]) => {
        let count = 0;
        for (const [at, box] of found.entries()) if (box && iou(box, truths[at]) >= 0.5) count++;
        return count / found.length;
      },
      "a mean": (found: Found, truths: Box[]) =>
        found.reduce(
          (sum, box, at) => sum + (box && overlap(box, truths[at]) >= 0.5 ? 1 : 0) / found.length,
          0,
        ),
    },
    wrong: [
      ["any box", (found: Found) => found.filter(Boolean).length / found.length, /every box, wherever/],
      [
        "touching",
        (found: Found, truths: Box[]) =>
          truths.filter((truth, at) => found[at] && iou(found[at], truth) > 0).length / truths.length,
        /touch the face|every box/,
      ],
      [
        "of those found",
        (found: Found, truths: Box[]) => hits(found, truths, 0.5) / found.filter(Boolean).length,
        /without a box count too/,
      ],
      ["a number", (found: Found, truths: Box[]) => hits(found, truths, 0.5), /number of faces/],
      [
        "more than half",
        (found: Found, truths: Box[]) => hits(found, truths, 0.5001) / truths.length,
        /exactly 0.5/,
      ],
      ["nothing", () => {}, /returns nothing yet/],
    ],
  },
  "2.4": {
    right: {
      "two equations": align,
      "this package's least squares": (left: Point, right: Point, size: number) =>
        similarity(
          [
            { x: 0.355 * size, y: 0.4 * size },
            { x: 0.645 * size, y: 0.4 * size },
          ],
          [left, right],
        ),
      "an angle": (left: Point, right: Point, size: number) => {
        const angle = Math.atan2(right.y - left.y, right.x - left.x);
        const scale = Math.hypot(right.x - left.x, right.y - left.y) / (0.29 * size);
        const [a, d] = [scale * Math.cos(angle), scale * Math.sin(angle)];
        const middle = { x: (left.x + right.x) / 2, y: (left.y + right.y) / 2 };
        return {
          a,
          b: -d,
          c: middle.x - size * (0.5 * a - 0.4 * d),
          d,
          e: a,
          f: middle.y - size * (0.5 * d + 0.4 * a),
        };
      },
    },
    wrong: [
      [
        "no tilt",
        (l: Point, r: Point, s: number) => ({ ...align(l, { x: r.x, y: l.y }, s) }),
        /leave the tilt out/,
      ],
      ["no shift", (l: Point, r: Point, s: number) => ({ ...align(l, r, s), c: 0, f: 0 }), /do not move/],
      ["shares", (l: Point, r: Point) => align(l, r, 1), /shares of the side/],
      [
        "the other way",
        (l: Point, r: Point, s: number) =>
          similarity(
            [l, r],
            [
              { x: 0.355 * s, y: 0.4 * s },
              { x: 0.645 * s, y: 0.4 * s },
            ],
          ),
        /from the picture to the aligned/,
      ],
      [
        "signs",
        (l: Point, r: Point, s: number) => align({ x: l.x, y: l.y }, { x: r.x, y: 2 * l.y - r.y }, s),
        /wrong way/,
      ],
      ["a part", () => ({ a: 1, b: 0 }), /lacks c, d, e, f/],
      ["nothing", () => {}, /returns nothing yet/],
    ],
  },
  "2.5": {
    right: {
      "a loop": (before: Box, found: Box[]) => {
        let [best, most] = [-1, 0.3];
        found.forEach((box, at) => {
          if (iou(before, box) > most) [best, most] = [at, iou(before, box)];
        });
        return best;
      },
      "the largest": (before: Box, found: Box[]) => {
        const best = largest(found.map((box) => overlap(before, box)));
        return best >= 0 && overlap(before, found[best]) > 0.3 ? best : -1;
      },
      sorted: (before: Box, found: Box[]) => {
        const order = found.map((box, at) => ({ at, by: iou(before, box) })).sort((a, b) => b.by - a.by);
        return order.find(({ by }) => by > 0.3)?.at ?? -1;
      },
    },
    wrong: [
      [
        "the overlap",
        (before: Box, found: Box[]) => Math.max(...found.map((box) => iou(before, box))),
        /Which of the boxes/,
      ],
      ["the largest face", (_: Box, found: Box[]) => largest(found.map(area)), /largest face/],
      [
        "the first",
        (before: Box, found: Box[]) => found.findIndex((box) => iou(before, box) > 0),
        /first box|does your function return|Work out/,
      ],
      [
        "always one",
        (before: Box, found: Box[]) => largest(found.map((box) => iou(before, box))),
        /nothing overlaps enough/,
      ],
      [
        "the shared area",
        (before: Box, found: Box[]) => largest(found.map((box) => shared(before, box))),
        /largest shared area/,
      ],
      ["nothing", () => {}, /returns nothing yet/],
    ],
  },
  "2.6": {
    right: {
      "a filter": (s: string[]) => s.filter((sight) => ["seen", "bridged"].includes(sight)).length / s.length,
      "what is left": (s: string[]) =>
        1 - s.filter((sight) => sight === "none" || sight === "covered").length / s.length,
      "a sum": (s: string[]) =>
        s.reduce((sum, sight) => sum + (/seen|bridged/.test(sight) ? 1 / s.length : 0), 0),
    },
    wrong: [
      ["all", () => 1, /without a face/],
      [
        "covered too",
        (s: string[]) => s.filter((sight) => sight !== "none").length / s.length,
        /covered faces/,
      ],
      [
        "seen alone",
        (s: string[]) => s.filter((sight) => sight === "seen").length / s.length,
        /bridged frames out/,
      ],
      [
        "a number",
        (s: string[]) => s.filter((sight) => /seen|bridged/.test(sight)).length,
        /number of frames/,
      ],
      [
        "of faces",
        (s: string[]) => {
          const faces = s.filter((sight) => sight !== "none");
          return faces.filter((sight) => sight !== "covered").length / faces.length;
        },
        /out of the whole/,
      ],
      ["nothing", () => {}, /returns nothing yet/],
    ],
  },
  "2.7": {
    right: { letters: "b, d", "a list": ["d", "b"], capitals: "B D" },
    wrong: [
      ["one of two", "b", /1 of your 1 choices is right, and some are missing/],
      ["one wrong", "a, b, d", /2 of your 3 choices are right\. For each/],
      ["all", "a, b, c, d, e", /2 of your 5/],
      ["only wrong ones", "a, c", /0 of your 2/],
      ["nothing yet", "", /Give all letters/],
    ],
  },
};
