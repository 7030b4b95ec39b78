import assert from "node:assert/strict";
import {
  blocked,
  blockedConvolution,
  blockedDomain,
  unblocked,
} from "../../../../kernel/engine/ir/blocked.js";
import { neededNodes } from "../../../../kernel/engine/ir/graph.js";
import { channelBlock } from "../../../../kernel/engine/run/channelBlock.js";
import { skipBecause } from "../../../skipBecause.js";
import { Numbers, operatorsOf } from "./evaluate.js";

const [height, width] = [5, 4];

describe("an image with its channels in blocks", () => {
  let block = 0;
  before(async function () {
    block = (await channelBlock({})) ?? 0;
    if (block === 0) skipBecause(this, "this system's ONNX Runtime has no blocked operators");
  });

  it("comes back unchanged", async () => {
    const numbers = new Numbers();
    const x = numbers.range(2, height, width, 2 * block);
    const { numbers: same, shape } = await numbers.of(unblocked(blocked(x)));
    assert.deepEqual(shape, x.shape);
    assert.ok(same.every((value, i) => value === i));
  });

  for (const [what, channels] of [["whole blocks", 2] as const, ["less than one block", 0] as const])
    for (const reversed of [false, true])
      it(`is convolved as by the formula, with ${what}${reversed ? ", taps reversed" : ""}`, async () => {
        const inChannels = channels * block || 3;
        const numbers = new Numbers();
        const x = numbers.range(2, height, width, inChannels);
        const filter = numbers.range(6, inChannels, 2 * block);
        const geometry = {
          kernel: [3, 2],
          stride: [2, 1],
          dilation: [1, 1],
          padBefore: [1, 0],
          padAfter: [1, 1],
        };
        const result = blockedConvolution(x, filter, { ...geometry, outSize: [3, 4], block, reversed });
        const { numbers: actual, shape } = await numbers.of(result);
        assert.deepEqual(shape, [2, 3, 4, 2 * block]);
        actual.forEach((value, i) => {
          const expected = byFormula(i, inChannels, 2 * block, reversed);
          assert.ok(
            Math.abs(value - expected) <= 1e-6 * Math.abs(expected),
            `${i}: ${value}, not ${expected}`,
          );
        });
      });

  it("needs operators of the domain that only the processor's provider has", () => {
    const x = new Numbers().range(1, 8, 8, block);
    const filter = new Numbers().range(9, block, block);
    const each = (value: number) => [value, value];
    const result = blockedConvolution(x, filter, {
      ...{ block, kernel: each(3), stride: each(1), dilation: each(1) },
      ...{ padBefore: each(1), padAfter: each(1), outSize: each(8) },
    });
    const own = neededNodes([result]).filter(({ domain }) => domain === blockedDomain);
    assert.deepEqual(own.map(({ operator }) => operator).sort(), ["Conv", "ReorderInput", "ReorderOutput"]);
    assert.ok(operatorsOf(result).includes("Gather"));
  });
});

/** Element `at` of the convolution of numbered images with a numbered filter. */
function byFormula(at: number, inChannels: number, out: number, reversed: boolean): number {
  const o = at % out;
  const [column, row, image] = [
    Math.floor(at / out) % 4,
    Math.floor(at / out / 4) % 3,
    Math.floor(at / out / 12),
  ];
  let sum = 0;
  for (let tap = 0; tap < 6; tap++) {
    const [y, x] = [row * 2 + Math.floor(tap / 2) - 1, column + (tap % 2)];
    if (y < 0 || y >= height || x >= width) continue;
    for (let c = 0; c < inChannels; c++) {
      const pixel = ((image * height + y) * width + x) * inChannels + c;
      sum += pixel * (((reversed ? 5 - tap : tap) * inChannels + c) * out + o);
    }
  }
  return sum;
}
