import assert from "node:assert/strict";
import "../../../../kernel/engine/tensorflow.js";
import { right, wrong } from "../../../../kernel/aen/course/exercise.js";
import {
  drawn,
  firstWrong,
  type FunctionExercise,
  inputsOf,
} from "../../../../kernel/aen/course/functionCases.js";

describe("the cases of an exercise", () => {
  const cases = [{ n: 2 }, { n: 3 }, { n: 4 }];

  it("leave the last one to hidden tests", () => {
    const looked = (hidden: boolean) => {
      const seen: number[] = [];
      firstWrong({ cases }, hidden, (index) => (seen.push(index), right));
      return seen;
    };
    assert.deepEqual(
      [looked(false), looked(true)],
      [
        [0, 1],
        [0, 1, 2],
      ],
    );
  });

  it("end with the first that is wrong", () => {
    const found = firstWrong({ cases }, true, (index) => (index === 1 ? wrong("second") : right));
    assert.deepEqual(found, wrong("second"));
    assert.deepEqual(
      firstWrong({ cases }, true, () => right),
      right,
    );
  });

  it("have the same inputs at each call, and others in each case", () => {
    const inputs = ({ n }: Record<string, number>, name: string) => [drawn(name, [n], 5)];
    const exercise = { id: "x", cases, inputs } as unknown as FunctionExercise;
    const values = (index: number) => [...inputsOf(exercise, index)[0].dataSync()];
    assert.deepEqual(values(0), values(0));
    assert.notDeepEqual(values(1).slice(0, 2), values(0));
    assert.ok(values(2).every((value) => Math.abs(value) <= 5));
  });
});
