import assert from "node:assert/strict";
import fc from "fast-check";
import { overlap, squareAround, withoutRepetitions, type Box } from "../../../kernel/faces/box.js";

const length = fc.integer({ min: 1, max: 40 });
const place = fc.integer({ min: -30, max: 30 });
const box: fc.Arbitrary<Box> = fc.record({ x: place, y: place, width: length, height: length });

/** Counted pixel by pixel. */
function countedOverlap(a: Box, b: Box): number {
  const holds = ({ x, y, width, height }: Box, px: number, py: number) =>
    px >= x && py >= y && px < x + width && py < y + height;
  let [both, either] = [0, 0];
  for (let px = -30; px < 70; px++) {
    for (let py = -30; py < 70; py++) {
      const [inA, inB] = [holds(a, px, py), holds(b, px, py)];
      if (inA && inB) both++;
      if (inA || inB) either++;
    }
  }
  return both / either;
}

describe("the overlap of two boxes", () => {
  it("is the share of their pixels that both hold", () => {
    fc.assert(
      fc.property(box, box, (a, b) => assert.ok(Math.abs(overlap(a, b) - countedOverlap(a, b)) < 1e-12)),
      { numRuns: 60 },
    );
  });

  it("is 1 with itself and 0 for boxes that only touch", () => {
    const a = { x: 2, y: 3, width: 4, height: 5 };
    assert.equal(overlap(a, a), 1);
    assert.equal(overlap(a, { ...a, x: 6 }), 0);
    assert.equal(overlap(a, { ...a, y: -2 }), 0);
  });
});

describe("detections without repetitions", () => {
  const detections = fc.array(
    fc.record({ box, score: fc.integer({ min: 0, max: 1000 }).map((score) => score / 1000) }),
    { maxLength: 12 },
  );

  it("overlap no more than allowed, the surest first, and each one left out repeats a surer one", () => {
    fc.assert(
      fc.property(detections, (all) => {
        const kept = withoutRepetitions(all, 0.4);
        kept.forEach((one, i) => {
          assert.ok(i === 0 || kept[i - 1].score >= one.score);
          for (const other of kept.slice(0, i)) assert.ok(overlap(one.box, other.box) <= 0.4);
        });
        for (const dropped of all.filter((one) => !kept.includes(one))) {
          const surer = kept.some((k) => k.score >= dropped.score && overlap(k.box, dropped.box) > 0.4);
          assert.ok(surer);
        }
      }),
    );
  });

  it("leave the given list in its order", () => {
    const all = [0.2, 0.9].map((score) => ({ score, box: { x: 0, y: 0, width: 1, height: 1 } }));
    assert.deepEqual(withoutRepetitions(all, 0.4), [all[1]]);
    assert.deepEqual(
      all.map(({ score }) => score),
      [0.2, 0.9],
    );
  });
});

describe("the square around a box", () => {
  it("has the box's middle and a multiple of its longer side", () => {
    assert.deepEqual(squareAround({ x: 10, y: 20, width: 40, height: 10 }, 2), {
      x: -10,
      y: -15,
      width: 80,
      height: 80,
    });
    assert.deepEqual(squareAround({ x: 0, y: 0, width: 2, height: 6 }, 1), {
      x: -2,
      y: 0,
      width: 6,
      height: 6,
    });
  });
});
