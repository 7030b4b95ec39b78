import assert from "node:assert/strict";
import { fixtureModel } from "../../../../kernel/aen/parity/fixtureModel.js";
import { labelInput } from "../../../../kernel/aen/parity/comparison.js";
import { readFixture } from "../../../parity/fixtures.js";

describe("labels for a comparison", () => {
  it("labels enter the step one-hot, as wide as the fixture's seven emotions", () => {
    const model = fixtureModel(readFixture("small"));
    const { data, shape, dtype } = labelInput([6, 0], model);
    model.dispose();
    assert.deepEqual([shape, dtype], [[2, 7], "float32"]);
    assert.deepEqual([...data], [0, 0, 0, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0, 0]);
  });
});
