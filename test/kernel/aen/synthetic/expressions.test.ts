import assert from "node:assert/strict";
import {
  drawExpression,
  mixExpressions,
  type Expression,
} from "../../../../kernel/aen/synthetic/expressions.js";
import { actionUnitFields } from "../../../../kernel/aen/synthetic/actionUnits.js";
import { Random } from "../../../../kernel/random/random.js";

const all: Expression[] = ["happy", "sad", "neutral", "angry", "surprise", "disgust", "fear"];

describe("a person's way of showing an emotion", () => {
  it("has the action units of Ekman's prototype", () => {
    const units = (expression: Expression) => Object.keys(drawExpression(expression, new Random(1), 0));
    for (const [expression, unit] of [
      ["happy", "lipCornerPuller"],
      ["sad", "innerBrowRaiser"],
      ["angry", "browLowerer"],
      ["surprise", "outerBrowRaiser"],
      ["disgust", "noseWrinkler"],
      ["fear", "lipStretcher"],
    ] as const)
      assert.ok(units(expression).includes(unit), `${expression}: ${units(expression).join(", ")}`);
    assert.deepEqual(units("neutral"), []);
  });

  it("consists of units that the face can show", () => {
    const known = Object.keys(actionUnitFields());
    for (const expression of all)
      for (let seed = 0; seed < 20; seed++)
        for (const unit of Object.keys(drawExpression(expression, new Random(seed), 1)))
          assert.ok(known.includes(unit), unit);
  });

  it("without variety shows its units at the same strength every time, with it by 60 to 130 %", () => {
    const strengths = (variety: number) =>
      Array.from(
        { length: 200 },
        (_, seed) => drawExpression("surprise", new Random(seed), variety).upperLidRaiser!,
      );
    assert.ok(new Set(strengths(0)).size <= 2, "one for each variant");
    const varied = strengths(1);
    assert.ok(Math.min(...varied) >= 0.6 * 0.8 && Math.max(...varied) <= 1.3 && new Set(varied).size > 150);
  });

  it("is the same for the same seed", () => {
    assert.deepEqual(drawExpression("fear", new Random(5), 1), drawExpression("fear", new Random(5), 1));
  });
});

describe("expressions that are mixed", () => {
  it("add up by their shares, unit by unit", () => {
    const mixed = mixExpressions([
      [{ jawDrop: 1, lipsPart: 0.5 }, 0.25],
      [{ lipsPart: 1 }, 0.5],
    ]);
    assert.deepEqual(mixed, { jawDrop: 0.25, lipsPart: 0.625 });
    assert.deepEqual(mixExpressions([]), {});
  });
});
