import assert from "node:assert/strict";
import { powerExercise, simulated } from "../../../../../kernel/aen/course/lesson7/power.js";
import { golden } from "./golden.js";

describe("lesson 7 asks for the power", () => {
  it("that scipy's noncentral t gives, and knows that of each mistake", () => {
    simulated.forEach(({ power, mistaken }, study) => {
      const { power: exact, ...others } = golden.powers[study];
      assert.ok(Math.abs(power - exact) < 1e-6);
      for (const [name, value] of Object.entries(mistaken))
        assert.ok(Math.abs(value - others[name as keyof typeof others]) < 1e-6, name);
    });
    assert.equal(simulated.length, golden.powers.length);
  });

  it("over several seeds, never as a digit", () => {
    assert.match(powerExercise.parts[1].what, /mean over \d+ seeds/);
  });
});
