import assert from "node:assert/strict";
import { baseFace } from "../../../../kernel/aen/synthetic/faceMesh.js";
import { shapeFace } from "../../../../kernel/aen/synthetic/faceShape.js";
import { shapeAxes, type ShapeAxis } from "../../../../kernel/aen/synthetic/identity.js";
import { plainPerson, shapeWith } from "./people.js";

const face = baseFace();
const shaped = (change: Partial<Record<ShapeAxis, number>>) =>
  shapeFace(face, plainPerson({ shape: shapeWith(change) }));
const mean = shaped({});

describe("the shape of a face", () => {
  it("leaves the mesh that it starts from alone", () => {
    const before = face.mesh.positions.slice();
    shaped({ faceWidth: 1, cheeks: 1 });
    assert.deepEqual(face.mesh.positions, before);
  });

  for (const [axis, vertex, along, least, most] of [
    ["cheeks", 205, "x", -0.5, -0.2],
    ["noseWidth", 129, "x", -0.4, -0.15],
    ["noseLength", 1, "y", -0.8, -0.25],
    ["noseHeight", 4, "z", 0.35, 0.9],
    ["eyeSize", 159, "y", 0.05, 0.2],
    ["eyeSize", 145, "y", -0.15, -0.03],
    ["browHeight", 105, "y", 0.2, 0.7],
    ["browTilt", 70, "y", 0.25, 0.8],
    ["mouthWidth", 61, "x", -0.6, -0.2],
    ["lipThickness", 37, "y", 0.08, 0.3],
    ["lipThickness", 84, "y", -0.4, -0.08],
    ["chinLength", 152, "y", -0.55, -0.3],
    ["jawWidth", 172, "x", -0.6, -0.1],
  ] as const) {
    it(`moves vertex ${vertex} along ${along} by ${least} to ${most} cm with ${axis}, by as much the other way`, () => {
      const at = (vertexOf: number) => vertexOf * 3 + "xyz".indexOf(along);
      const moved = (amount: number, vertexOf = vertex as number) =>
        shaped({ [axis]: amount })[at(vertexOf)] - mean[at(vertexOf)];
      assert.ok(moved(1) > least && moved(1) < most, `${moved(1)}`);
      assert.ok(Math.abs(moved(1) + moved(-1)) < 1e-5);
      const partner = moved(1, face.mirror[vertex]) * (along === "x" ? -1 : 1);
      assert.ok(Math.abs(moved(1) - partner) < 0.02, "on both sides alike");
    });
  }

  it("widens all of the face by 4 % and lengthens it by 3.5 % a unit", () => {
    const [wide, long] = [shaped({ faceWidth: 1 }), shaped({ faceLength: 1 })];
    for (let i = 0; i < mean.length; i += 3) {
      assert.ok(Math.abs(wide[i] - 1.04 * mean[i]) < 1e-4 && wide[i + 1] === mean[i + 1]);
      assert.ok(Math.abs(long[i + 1] - 1.035 * mean[i + 1]) < 1e-4 && long[i] === mean[i]);
    }
  });

  it("widens the jaw without the forehead", () => {
    const wide = shaped({ jawWidth: 1 });
    assert.equal(wide[54 * 3], mean[54 * 3]);
    assert.ok(Math.abs(wide[172 * 3]) > Math.abs(mean[172 * 3]));
  });

  it("stays symmetric along any axis", () => {
    for (const axis of shapeAxes) {
      const positions = shaped({ [axis]: 1.6 });
      face.mirror.forEach((partner, vertex) => {
        assert.ok(Math.abs(positions[partner * 3] + positions[vertex * 3]) < 0.05, `${axis} ${vertex}`);
        assert.ok(
          Math.abs(positions[partner * 3 + 1] - positions[vertex * 3 + 1]) < 0.05,
          `${axis} ${vertex}`,
        );
      });
    }
  });
});
