import assert from "node:assert/strict";
import "../../../../../kernel/engine/tensorflow.js";
import { checkAnswer } from "../../../../../kernel/aen/course/check.js";
import { overlapOfBoxes, shareFound, trackerStep } from "../../../../../kernel/aen/course/lesson2/boxes.js";
import { overlap, type Box } from "../../../../../kernel/faces/box.js";

describe("lesson 2 measures overlap as detectors do", () => {
  it("its intersection over union is the detectors' own", async () => {
    assert.equal((await checkAnswer(overlapOfBoxes, overlap, { hidden: true })).points, 3);
  });

  it("its other exercises rest on the same", async () => {
    const found = (boxes: (Box | null)[], truths: Box[]) =>
      truths.filter((truth, at) => boxes[at] && overlap(boxes[at], truth) >= 0.5).length / truths.length;
    assert.equal((await checkAnswer(shareFound, found, { hidden: true })).points, 2);
    const step = (before: Box, boxes: Box[]) => {
      const overlaps = [0.3, ...boxes.map((box) => overlap(before, box))];
      return overlaps.indexOf(Math.max(...overlaps)) - 1;
    };
    assert.equal((await checkAnswer(trackerStep, step, { hidden: true })).points, 3);
  });
});
