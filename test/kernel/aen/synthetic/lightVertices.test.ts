import assert from "node:assert/strict";
import { lightVertices } from "../../../../kernel/aen/synthetic/lightVertices.js";

/** A triangle that faces the viewer, along +z. */
const facing = Float32Array.of(0, 0, 0, 1, 0, 0, 0, 1, 0);
const away = Float32Array.of(0, 0, 0, 0, 1, 0, 1, 0, 0);
const triangle = Uint16Array.of(0, 1, 2);
const none = [0, 0, 0] as const;

const light = (positions: Float32Array, change: object, shine = 0) =>
  [
    ...lightVertices(positions, triangle, shine, {
      direction: [0, 0, 1],
      key: none,
      ambient: none,
      ...change,
    } as never),
  ].slice(0, 4);

describe("the light on a surface", () => {
  it("is full where it faces the lamp, and wraps round beyond the edge, as skin scatters it", () => {
    const key = [1, 0.5, 0.25];
    assert.deepEqual(light(facing, { key }), [1, 0.5, 0.25, 0]);
    const sideways = light(facing, { key, direction: [1, 0, 0] })[0];
    assert.ok(Math.abs(sideways - 0.35 / 1.35) < 1e-6, "a lamp at the side still lights a little");
    assert.deepEqual(light(away, { key }), [0, 0, 0, 0]);
  });

  it("comes from everywhere, more from above than from below", () => {
    const ambient = [1, 1, 1];
    const up = Float32Array.of(0, 0, 0, 0, 0, 1, 1, 0, 0);
    const down = Float32Array.of(0, 0, 0, 1, 0, 0, 0, 0, 1);
    const [above, level, below] = [up, facing, down].map((positions) => light(positions, { ambient })[0]);
    assert.ok(Math.abs(above - 1) < 1e-6 && Math.abs(level - 0.82) < 1e-6 && Math.abs(below - 0.64) < 1e-6);
  });

  it("shines where it mirrors the lamp to the viewer, and nowhere else", () => {
    assert.ok(Math.abs(light(facing, {}, 0.5)[3] - 127.5) < 1e-4);
    assert.equal(light(away, {}, 0.5)[3], 0);
    assert.ok(light(facing, { direction: [0, -1, 0] }, 0.5)[3] < 1, "a lamp from below");
  });

  it("at a corner of several triangles is that of their mean, larger ones counting more", () => {
    const roof = Float32Array.of(0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, -1);
    const triangles = Uint16Array.of(0, 1, 2, 0, 2, 3);
    const lit = lightVertices(roof, triangles, 0, {
      direction: [0, 0, 1],
      key: [1, 1, 1],
      ambient: none,
    } as never);
    assert.ok(Math.abs(lit[0] - (Math.SQRT1_2 + 0.35) / 1.35) < 1e-6);
  });
});
