import assert from "node:assert/strict";
import fc from "fast-check";
import {
  columns,
  coveredPixels,
  isTrivial,
  reversedWindows,
  spreadBack,
  tapCount,
  windowCount,
  type Windows,
} from "../../../../kernel/engine/lowering/windows.js";
import { Numbers, operatorsOf } from "../ir/evaluate.js";

/** Windows over pictures of any small size, with strides, dilations and padding. */
const windows: fc.Arbitrary<Windows> = fc
  .record({
    batch: fc.integer({ min: 1, max: 2 }),
    axes: fc.array(
      fc.record({
        size: fc.integer({ min: 1, max: 5 }),
        kernel: fc.integer({ min: 1, max: 3 }),
        stride: fc.integer({ min: 1, max: 2 }),
        dilation: fc.integer({ min: 1, max: 2 }),
        before: fc.integer({ min: 0, max: 2 }),
        after: fc.integer({ min: 0, max: 2 }),
      }),
      { minLength: 2, maxLength: 2 },
    ),
  })
  .map(({ batch, axes }) => {
    const out = axes.map(({ size, kernel, stride, dilation, before, after }) =>
      Math.floor((size + before + after - (kernel - 1) * dilation - 1) / stride + 1),
    );
    return {
      batch,
      inSize: axes.map(({ size }) => size),
      outSize: out,
      kernel: axes.map(({ kernel }) => kernel),
      stride: axes.map(({ stride }) => stride),
      dilation: axes.map(({ dilation }) => dilation),
      padBefore: axes.map(({ before }) => before),
    };
  })
  .filter(({ outSize }) => outSize.every((size) => size >= 1));

/** The pixel (counted in its image) under each tap of each window of one image, -1 outside: by definition. */
function pixelsOf(w: Windows): number[][] {
  const { inSize, outSize, kernel, stride, dilation, padBefore } = w;
  const rows: number[][] = [];
  for (let y = 0; y < outSize[0]; y++) {
    for (let x = 0; x < outSize[1]; x++) {
      const taps: number[] = [];
      for (let i = 0; i < kernel[0]; i++) {
        for (let j = 0; j < kernel[1]; j++) {
          const row = y * stride[0] + i * dilation[0] - padBefore[0];
          const column = x * stride[1] + j * dilation[1] - padBefore[1];
          const inside = row >= 0 && column >= 0 && row < inSize[0] && column < inSize[1];
          taps.push(inside ? row * inSize[1] + column : -1);
        }
      }
      rows.push(taps);
    }
  }
  return rows;
}

const pixels = (w: Windows) => w.inSize[0] * w.inSize[1];

describe("windows over a picture", () => {
  for (const channels of [1, 9]) {
    it(`are laid out tap by tap, with padding outside, for ${channels} channels`, async () => {
      await fc.assert(
        fc.asyncProperty(windows, async (w) => {
          const numbers = new Numbers();
          const x = numbers.range(w.batch, ...w.inSize, channels);
          const expected = Array.from({ length: w.batch }, (_, image) =>
            pixelsOf(w).map((taps) =>
              taps.map((pixel) =>
                Array.from({ length: channels }, (_, c) =>
                  pixel < 0 ? -5 : (image * pixels(w) + pixel) * channels + c,
                ),
              ),
            ),
          ).flat(4 as 1) as unknown as number[];
          assert.deepEqual(await numbers.of(columns(x, w, -5)), {
            numbers: expected,
            shape: [windowCount(w), tapCount(w), channels],
          });
        }),
        { numRuns: 20 },
      );
    });
  }

  it("are given back by the adjoint: each tap is added onto the pixel that it was taken from", async () => {
    await fc.assert(
      fc.asyncProperty(windows, async (w) => {
        const numbers = new Numbers();
        const taps = numbers.range(windowCount(w), tapCount(w), 2);
        const { numbers: sums, shape } = await numbers.of(spreadBack(taps, w));
        const expected = new Array<number>(w.batch * pixels(w) * 2).fill(0);
        for (let image = 0; image < w.batch; image++) {
          pixelsOf(w).forEach((row, window) =>
            row.forEach((pixel, tap) => {
              if (pixel < 0) return;
              for (let c = 0; c < 2; c++) {
                const from = ((image * pixelsOf(w).length + window) * row.length + tap) * 2 + c;
                expected[(image * pixels(w) + pixel) * 2 + c] += from;
              }
            }),
          );
        }
        assert.deepEqual([sums, shape], [expected, [w.batch, ...w.inSize, 2]]);
      }),
      { numRuns: 20 },
    );
  });

  it("count the pixels inside the picture that each covers", () => {
    fc.assert(
      fc.property(windows, (w) => {
        const inside = pixelsOf(w).map((taps) => taps.filter((pixel) => pixel >= 0).length);
        assert.deepEqual([...coveredPixels(w)], inside);
      }),
      { numRuns: 40 },
    );
  });

  it("reversed see an input from where it was seen: reversing twice gives the same padding", () => {
    fc.assert(
      fc.property(windows, (w) => {
        const twice = reversedWindows(reversedWindows(w));
        assert.deepEqual([twice.inSize, twice.outSize, twice.padBefore], [w.inSize, w.outSize, w.padBefore]);
      }),
    );
  });

  it("of one pixel each are the picture itself: nothing is gathered", () => {
    const one: Windows = {
      ...{ batch: 2, inSize: [3, 4], outSize: [3, 4], kernel: [1, 1] },
      ...{ stride: [1, 1], dilation: [1, 1], padBefore: [0, 0] },
    };
    assert.ok(isTrivial(one));
    assert.ok(!isTrivial({ ...one, stride: [2, 1], outSize: [2, 4] }));
    assert.ok(!operatorsOf(columns(new Numbers().range(2, 3, 4, 5), one)).includes("Gather"));
  });

  it("laid out again are other operators, so that the first rows need not be kept until then", () => {
    const large: Windows = {
      ...{ batch: 1, inSize: [24, 24], outSize: [22, 22], kernel: [3, 3] },
      ...{ stride: [1, 1], dilation: [1, 1], padBefore: [0, 0] },
    };
    const x = new Numbers().range(1, 24, 24, 9);
    const gathers = (again: boolean) => operatorsOf(columns(x, large), columns(x, large, 0, again)).length;
    assert.deepEqual([gathers(true) - gathers(false), columns(x, large) === columns(x, large)], [1, true]);
  });
});
