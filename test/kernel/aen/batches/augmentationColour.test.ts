import assert from "node:assert/strict";
import {
  drawColourJitter,
  jitterColours,
  type ColourJitter,
} from "../../../../kernel/aen/batches/augmentationColour.js";
import { Random } from "../../../../kernel/random/random.js";
import { inPillow, largestDifference, pillowMissing } from "../../images/pillow.js";

const size = 64;
/** Every colour is about as frequent as any other, greys and pure colours among them. */
function anyColours() {
  const random = new Random("colours");
  const data = Uint8Array.from({ length: size * size * 3 }, () => random.pick([0, 255, random.integer(256)]));
  return { width: size, height: size, data };
}
function changed(pixels: readonly number[], ...jitter: ColourJitter): number[] {
  const data = Uint8Array.from(pixels);
  jitterColours(data, jitter);
  return [...data];
}

describe("a change of colours", () => {
  it("of brightness multiplies every value, up to white", () => {
    assert.deepEqual(changed([0, 100, 201], { change: "brightness", by: 0.5 }), [0, 50, 100]);
    assert.deepEqual(changed([0, 100, 201], { change: "brightness", by: 1.5 }), [0, 150, 255]);
  });

  it("of contrast moves all values from the mean grey, or towards it", () => {
    const greys = [100, 100, 100, 200, 200, 200];
    assert.deepEqual(changed(greys, { change: "contrast", by: 0.5 }), [125, 125, 125, 175, 175, 175]);
    assert.deepEqual(changed(greys, { change: "contrast", by: 1.5 }), [75, 75, 75, 225, 225, 225]);
    // the grey of (100, 50, 50) is 0.299 * 100 + 0.701 * 50, about 65
    assert.deepEqual(changed([100, 50, 50], { change: "contrast", by: 0 }), [65, 65, 65]);
  });

  it("of saturation moves a pixel from its own grey, and leaves greys", () => {
    const saturated = (by: number) => changed([100, 50, 50, 80, 80, 80], { change: "saturation", by });
    assert.deepEqual(saturated(2), [135, 35, 35, 80, 80, 80]);
    assert.deepEqual(saturated(0), [65, 65, 65, 80, 80, 80]);
  });

  it("of hue turns red to green to blue by thirds, and leaves greys and the largest value", () => {
    const third = { change: "hue", by: 1 / 3 } as const;
    assert.deepEqual(changed([200, 0, 0, 0, 200, 0, 90, 90, 90], third), [0, 200, 0, 0, 0, 200, 90, 90, 90]);
    const { data } = anyColours();
    const turned = changed([...data], { change: "hue", by: -0.1 });
    for (let i = 0; i < data.length; i += 3)
      assert.equal(Math.max(...turned.slice(i, i + 3)), Math.max(...data.subarray(i, i + 3)));
  });

  it("may be several, made one after the other", () => {
    const [darker, brighter] = [0.5, 2].map((by) => ({ change: "brightness", by }) as const);
    assert.deepEqual(changed([200, 10, 10], darker, brighter), [200, 10, 10]);
    assert.deepEqual(changed([200, 10, 10], brighter, darker), [127, 10, 10]);
    assert.deepEqual(changed([1, 2, 3]), [1, 2, 3]);
  });

  it("is Pillow's, to one grey level", function () {
    const missing = pillowMissing();
    if (missing) {
      console.log(`      ${missing}`);
      this.skip();
    }
    for (const [change, by, expression] of [
      ["brightness", 1.1, "ImageEnhance.Brightness(image).enhance(1.1)"],
      ["brightness", 0.9, "ImageEnhance.Brightness(image).enhance(0.9)"],
      ["contrast", 1.08, "ImageEnhance.Contrast(image).enhance(1.08)"],
      ["contrast", 0.92, "ImageEnhance.Contrast(image).enhance(0.92)"],
      ["saturation", 1.1, "ImageEnhance.Color(image).enhance(1.1)"],
      ["saturation", 0.9, "ImageEnhance.Color(image).enhance(0.9)"],
      ["hue", -0.1, "hue(image, -0.1)"],
      ["hue", 0.07, "hue(image, 0.07)"],
    ] as const) {
      const picture = anyColours();
      const theirs = inPillow(picture, expression);
      jitterColours(picture.data, [{ change, by }]);
      const most = largestDifference(picture.data, theirs);
      assert.ok(most <= 1, `${change} by ${by}: ${most}`);
    }
  });
});

describe("a colour jitter that is drawn", () => {
  it("lies within the published ranges and fills them, in all orders", () => {
    const random = new Random("jitter");
    const drawn = Array.from({ length: 2000 }, () => drawColourJitter(random));
    assert.equal(new Set(drawn.map((steps) => steps.map(({ change }) => change).join())).size, 24);
    for (const [name, low, high] of [
      ["brightness", 0.9, 1.1],
      ["contrast", 0.9, 1.1],
      ["saturation", 0.9, 1.1],
      ["hue", -0.1, 0.1],
    ] as const) {
      const values = drawn.flatMap((steps) =>
        steps.flatMap(({ change, by }) => (change === name ? [by] : [])),
      );
      assert.equal(values.length, 2000, name);
      const [least, most] = [Math.min(...values), Math.max(...values)];
      assert.ok(
        least >= low && least < low + 0.001 && most <= high && most > high - 0.001,
        `${name} ${least} ${most}`,
      );
    }
  });
});
