import assert from "node:assert/strict";
import { baseFace } from "../../../../kernel/aen/synthetic/faceMesh.js";
import { shapeFace } from "../../../../kernel/aen/synthetic/faceShape.js";
import { buildParts } from "../../../../kernel/aen/synthetic/headParts.js";
import type { Identity } from "../../../../kernel/aen/synthetic/identity.js";
import { eye, lips } from "../../../../kernel/aen/synthetic/landmarks.js";
import type { Part } from "../../../../kernel/aen/synthetic/part.js";
import { Random } from "../../../../kernel/random/random.js";
import { plainPerson } from "./people.js";

const { mirror } = baseFace();
const face = shapeFace(baseFace(), plainPerson());
const build = (change: Partial<Identity> = {}) =>
  buildParts(face, mirror, plainPerson(change), new Random(1));
const parts = build();
const named = (name: Part["name"], from: readonly Part[] = parts) =>
  from.filter((part) => part.name === name);
const at = (vertex: number) => [...face.subarray(vertex * 3, vertex * 3 + 3)];
const values = ({ positions }: Part, axis: number) => positions.filter((_, i) => i % 3 === axis);
const low = (part: Part, axis: number) => values(part, axis).reduce((a, b) => Math.min(a, b));
const high = (part: Part, axis: number) => values(part, axis).reduce((a, b) => Math.max(a, b));

describe("the parts of a head", () => {
  it("are two eyes, mouth and teeth, hair, two ears, neck and body, and glasses for who wears them", () => {
    const count = (from: readonly Part[]) =>
      Object.fromEntries(
        [...new Set(from.map(({ name }) => name))].map((name) => [name, named(name, from).length]),
      );
    const always = {
      eye: 2,
      mouth: 1,
      "upper teeth": 1,
      "lower teeth": 1,
      hair: 1,
      ear: 2,
      neck: 1,
      body: 1,
    };
    assert.deepEqual(count(parts), always);
    assert.deepEqual(count(build({ glasses: true })), { ...always, glasses: 6 });
  });

  it("follow the skull, but for the lower teeth, which follow the jaw, and neck and body, which stay", () => {
    for (const { name, follows } of parts) {
      const expected = name === "lower teeth" ? "jaw" : name === "neck" || name === "body" ? "body" : "skull";
      assert.equal(follows, expected, name);
    }
  });

  it("lie where the face has its openings: eyes between their corners, teeth within the mouth", () => {
    named("eye").forEach((part, side) => {
      const [outer, inner] = [eye.outer, eye.inner].map((vertex) => at(side ? mirror[vertex] : vertex));
      const [left, right] = [outer[0], inner[0]].sort((a, b) => a - b);
      assert.ok(low(part, 0) < left && high(part, 0) > right, "as wide as the opening");
      assert.ok(low(part, 1) < at(145)[1] && high(part, 1) > at(159)[1], "as high");
      assert.ok(Math.abs((low(part, 0) + high(part, 0)) / 2 - (left + right) / 2) < 0.05);
    });
    const slit = at(lips.upper[3][5]);
    const [upper, lower, mouth] = [named("upper teeth"), named("lower teeth"), named("mouth")].map(
      ([part]) => part,
    );
    for (const teeth of [upper, lower]) {
      assert.ok(low(teeth, 0) > at(78)[0] - 0.1 && high(teeth, 0) < at(308)[0] + 0.1);
      assert.ok(
        high(teeth, 2) < slit[2] && high(mouth, 2) < high(teeth, 2),
        "behind the lips, before the throat",
      );
    }
    assert.ok(high(upper, 1) > high(lower, 1) && low(upper, 1) > low(lower, 1));
  });

  it("are the same on both sides", () => {
    for (const [left, right] of [named("eye"), named("ear")]) {
      assert.ok(Math.abs(low(left, 0) + high(right, 0)) < 0.05, left.name);
      assert.ok(Math.abs(low(left, 1) - low(right, 1)) < 0.05);
      assert.equal(left.texture, right.texture);
    }
    assert.ok(high(named("ear")[0], 0) < 0 && low(named("ear")[1], 0) > 0);
  });

  it("have the person's colours: iris, skin and clothes", () => {
    const change = { iris: [20, 90, 200], skin: [100, 60, 40], clothes: [10, 200, 30] } as const;
    const of = (name: Part["name"]) => named(name, build(change))[0].texture;
    const texel = ({ width, data }: ReturnType<typeof of>, u: number, v: number) => {
      const texelAt = (Math.floor(v * width) * width + Math.floor(u * width)) * 3;
      return [...data.subarray(texelAt, texelAt + 3)];
    };
    const [red, green, blue] = texel(of("eye"), 0.5 + 0.13, 0.5);
    assert.ok(blue > 1.8 * green && green > 3 * red, `${red} ${green} ${blue}`);
    assert.ok(Math.max(...texel(of("eye"), 0.5, 0.5)) < 20, "the pupil");
    assert.ok(Math.min(...texel(of("eye"), 0.08, 0.5)) > 100, "the white");
    const body = texel(of("body"), 0.5, 0.5);
    assert.ok(body[1] > 180 && body[0] < 30);
    assert.ok(Math.abs(texel(of("neck"), 0.5, 0.5)[0] - 85) < 12);
  });
});
