import assert from "node:assert/strict";
import { exposureFor } from "../../../../kernel/aen/synthetic/exposure.js";

describe("the exposure for a person", () => {
  it("leaves light skin as it is", () => {
    assert.deepEqual(exposureFor([244, 210, 188]), { light: 1, folds: 1 });
    assert.deepEqual(exposureFor([150, 150, 150]), { light: 1, folds: 1 });
  });

  it("gives dark skin more light and deeper folds, and keeps it darker than light skin", () => {
    const { light, folds } = exposureFor([75, 75, 75]);
    assert.ok(Math.abs(light - 2 ** 0.3) < 1e-9 && Math.abs(folds - 2 ** 0.6) < 1e-9);
    assert.ok(75 * light < 150);
  });

  it("of a camera that is set for light skin does nothing for dark skin; half as well set, a part of it", () => {
    assert.deepEqual(exposureFor([75, 75, 75], 0), { light: 1, folds: 1 });
    const { light, folds } = exposureFor([75, 75, 75], 0.5);
    assert.ok(light > 1 && light < 2 ** 0.3 && folds > 1 && folds < 2 ** 0.6);
  });

  it("is finite even for black", () => {
    assert.ok(Number.isFinite(exposureFor([0, 0, 0]).light));
  });
});
