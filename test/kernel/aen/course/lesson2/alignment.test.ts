import assert from "node:assert/strict";
import "../../../../../kernel/engine/tensorflow.js";
import { checkAnswer } from "../../../../../kernel/aen/course/check.js";
import { alignByEyes, usableFrames } from "../../../../../kernel/aen/course/lesson2/alignment.js";
import { similarity } from "../../../../../kernel/faces/affine.js";
import { alignedPoints } from "../../../../../kernel/faces/alignFace.js";

type Point = { x: number; y: number };

describe("lesson 2 aligns as videos are aligned", () => {
  it("by the eyes of AEN's own template", async () => {
    const answer = (left: Point, right: Point, size: number) => {
      const eyes = alignedPoints.slice(0, 2).map(({ x, y }) => ({ x: x * size, y: y * size }));
      return similarity(eyes, [left, right]);
    };
    assert.equal((await checkAnswer(alignByEyes, answer, { hidden: true })).points, 4);
  });

  it("gives half of the points for upright faces alone", async () => {
    const answer = (left: Point, right: Point, size: number) => {
      const a = (right.x - left.x) / (0.29 * size);
      return { a, b: 0, c: left.x - a * 0.355 * size, d: 0, e: a, f: left.y - a * 0.4 * size };
    };
    const { points, hint } = await checkAnswer(alignByEyes, answer);
    assert.equal(points, 2);
    assert.match(hint!, /leave the tilt out/);
  });

  it("counts bridged frames as usable, and covered ones not", async () => {
    const answer = (sights: string[]) => sights.filter((s) => s !== "none" && s !== "covered").length / sights.length; // prettier-ignore
    assert.equal((await checkAnswer(usableFrames, answer, { hidden: true })).points, 2);
  });
});
