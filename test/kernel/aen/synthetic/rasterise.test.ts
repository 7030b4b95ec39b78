import assert from "node:assert/strict";
import { Canvas, type ScreenMesh, type Texture } from "../../../../kernel/aen/synthetic/rasterise.js";

const size = 4;
const white: Texture = { width: 1, height: 1, data: Uint8Array.of(255, 255, 255) };
const flat = (red: number, green = 0, blue = 0): Texture => ({
  ...white,
  data: Uint8Array.of(red, green, blue),
});

/** A mesh of corners (x, y, depth), lit evenly. */
function mesh(corners: number[][], triangles: number[], change: Partial<ScreenMesh> = {}): ScreenMesh {
  return {
    triangles: Uint16Array.from(triangles),
    points: Float32Array.from(corners.flat()),
    uv: new Float32Array(corners.length * 2),
    light: Float32Array.from(corners.flatMap(() => [1, 1, 1, 0])),
    ...change,
  };
}
/** The whole canvas as a square of two triangles, at a depth. */
const square = (depth: number, change: Partial<ScreenMesh> = {}) =>
  mesh(
    [
      [0, 0, depth],
      [0, size, depth],
      [size, size, depth],
      [size, 0, depth],
    ],
    [0, 1, 2, 0, 2, 3],
    change,
  );
function drawn(...draws: [ScreenMesh, Texture][]): Canvas {
  const canvas = new Canvas(size);
  canvas.clear(new Uint8Array(size * size * 3).fill(7));
  for (const [what, texture] of draws) canvas.draw(what, texture);
  return canvas;
}
const reds = ({ colour }: Canvas) =>
  Array.from({ length: size }, (_, y) => Array.from({ length: size }, (_x, x) => colour[(y * size + x) * 3]));

describe("a canvas", () => {
  it("shows a triangle at the pixels whose centres lie in it, the background elsewhere", () => {
    const corner = mesh(
      [
        [0, 0, 0],
        [0, 3.4, 0],
        [3.4, 0, 0],
      ],
      [0, 1, 2],
    );
    assert.deepEqual(reds(drawn([corner, flat(90)])), [
      [90, 90, 90, 7],
      [90, 90, 7, 7],
      [90, 7, 7, 7],
      [7, 7, 7, 7],
    ]);
  });

  it("shows what stands in the middle there", () => {
    const corners = [
      [1, 2, 0],
      [1, 3, 0],
      [3, 3, 0],
      [3, 2, 0],
    ];
    assert.deepEqual(reds(drawn([mesh(corners, [0, 1, 2, 0, 2, 3]), flat(90)])), [
      [7, 7, 7, 7],
      [7, 7, 7, 7],
      [7, 90, 90, 7],
      [7, 7, 7, 7],
    ]);
  });

  it("shows triangles from their front alone", () => {
    const back = mesh(
      [
        [0, 0, 0],
        [4, 0, 0],
        [0, 4, 0],
      ],
      [0, 1, 2],
    );
    assert.deepEqual(new Set(reds(drawn([back, flat(90)])).flat()), new Set([7]));
  });

  it("has no gap between triangles that share a side, and cuts off what lies outside", () => {
    const large = mesh(
      [
        [-9, -9, 0],
        [-9, 13, 0],
        [13, 13, 0],
        [13, -9, 0],
      ],
      [0, 1, 2, 0, 2, 3],
    );
    for (const whole of [square(0), large])
      assert.deepEqual(new Set(reds(drawn([whole, flat(90)])).flat()), new Set([90]));
    const beside = mesh(
      [
        [5, 0, 0],
        [5, 4, 0],
        [9, 0, 0],
      ],
      [0, 1, 2],
    );
    assert.deepEqual(new Set(reds(drawn([beside, flat(90)])).flat()), new Set([7]));
  });

  it("shows the nearer of two surfaces, whichever is drawn first, pixel by pixel where they cross", () => {
    const [near, far]: [ScreenMesh, Texture][] = [
      [square(2), flat(200)],
      [square(1), flat(100)],
    ];
    assert.deepEqual(new Set(reds(drawn(near, far)).flat()), new Set([200]));
    assert.deepEqual(new Set(reds(drawn(far, near)).flat()), new Set([200]));
    const slope = mesh(
      [
        [0, 0, 0],
        [0, 4, 0],
        [4, 4, 4],
        [4, 0, 4],
      ],
      [0, 1, 2, 0, 2, 3],
    );
    const rows = reds(drawn([square(2), flat(200)], [slope, flat(50)]));
    for (const row of rows) assert.deepEqual(row, [200, 200, 50, 50]);
  });

  it("forgets depths when it is cleared", () => {
    const canvas = drawn([square(9), flat(200)]);
    canvas.clear(new Uint8Array(size * size * 3));
    canvas.draw(square(1), flat(100));
    assert.deepEqual(new Set(reds(canvas).flat()), new Set([100]));
  });

  it("takes the texel at u to the right and v down, the outermost beyond the edge", () => {
    const texture: Texture = {
      ...{ width: 2, height: 2 },
      data: Uint8Array.from([10, 20, 30, 40].flatMap((red) => [red, 0, 0])),
    };
    const uv = Float32Array.of(0, 0, 0, 1, 1, 1, 1, 0);
    const quarters = [
      [10, 10, 20, 20],
      [10, 10, 20, 20],
      [30, 30, 40, 40],
      [30, 30, 40, 40],
    ];
    assert.deepEqual(reds(drawn([square(0, { uv }), texture])), quarters);
    const beyond = Float32Array.of(-2, -2, -2, 3, 3, 3, 3, -2);
    assert.deepEqual(
      new Set(reds(drawn([square(0, { uv: beyond }), texture])).flat()),
      new Set([10, 20, 30, 40]),
    );
  });

  it("multiplies a texel by the light and adds the shine, up to white", () => {
    const light = (...values: number[]) => Float32Array.from([values, values, values, values].flat());
    const pixel = (lit: Float32Array) => [
      ...drawn([square(0, { light: lit }), flat(100, 50, 200)]).colour.slice(0, 3),
    ];
    assert.deepEqual(pixel(light(0.5, 1, 0.25, 0)), [50, 50, 50]);
    assert.deepEqual(pixel(light(1, 1, 1, 20)), [120, 70, 220]);
    assert.deepEqual(pixel(light(4, 1, 2, 0)), [255, 50, 255]);
  });

  it("shades smoothly between the corners", () => {
    const light = Float32Array.of(0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 0, 1, 1, 1, 0);
    for (const row of reds(drawn([square(0, { light }), flat(80)]))) assert.deepEqual(row, [10, 30, 50, 70]);
  });
});
