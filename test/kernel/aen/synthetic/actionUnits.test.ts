import assert from "node:assert/strict";
import { actionUnitFields, type ActionUnit } from "../../../../kernel/aen/synthetic/actionUnits.js";
import { baseFace } from "../../../../kernel/aen/synthetic/faceMesh.js";
import { eye, lips } from "../../../../kernel/aen/synthetic/landmarks.js";

const height = (positions: Float32Array, vertex: number) => positions[vertex * 3 + 1];
const [slitAbove, slitBelow] = [lips.upper[3][5], lips.lower[3][5]];

/** The face at full strength of one action unit. */
function showing(unit: ActionUnit): Float32Array {
  const field = actionUnitFields()[unit];
  return baseFace().mesh.positions.map((value, i) => value + field[i]);
}

describe("action units", () => {
  const rest = () => baseFace().mesh.positions;
  const rises = (unit: ActionUnit, vertex: number) => height(showing(unit), vertex) - height(rest(), vertex);

  for (const [unit, vertex, what, least, most] of [
    ["innerBrowRaiser", 107, "the inner brow up", 0.5, 1.5],
    ["outerBrowRaiser", 70, "the outer brow up", 0.4, 1.8],
    ["browLowerer", 55, "the inner brow down", -1.5, -0.4],
    ["upperLidRaiser", 159, "the upper lid up", 0.2, 0.6],
    ["lidTightener", 145, "the lower lid up", 0.1, 0.4],
    ["lipCornerPuller", 61, "the corner of the mouth up", 0.7, 1.8],
    ["lipCornerDepressor", 61, "the corner of the mouth down", -1.5, -0.5],
    ["lowerLipDepressor", slitBelow, "the lower lip down", -0.8, -0.2],
    ["jawDrop", 152, "the chin down", -3, -1.2],
  ] as const) {
    it(`${unit} moves ${what}, on both sides alike`, () => {
      const { mirror } = baseFace();
      assert.ok(rises(unit, vertex) > least && rises(unit, vertex) < most, `${rises(unit, vertex)} cm`);
      assert.ok(Math.abs(rises(unit, vertex) - rises(unit, mirror[vertex])) < 0.02);
    });
  }

  it("open the mouth by jaw drop and leave the upper lip where it is", () => {
    assert.ok(rises("jawDrop", slitBelow) < -1);
    assert.ok(Math.abs(rises("jawDrop", slitAbove)) < 0.05);
  });

  it("close the eyes", () => {
    const closed = showing("eyesClosed");
    eye.upper.forEach((upper, column) => {
      const open = height(rest(), upper) - height(rest(), eye.lower[column]);
      const left = height(closed, upper) - height(closed, eye.lower[column]);
      assert.ok(left < 0.2 * open, `column ${column}: ${left} of ${open} cm`);
    });
  });
});
