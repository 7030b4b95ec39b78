import assert from "node:assert/strict";
import { sealWith } from "../../../../kernel/aen/course/seal.js";
import { newSeal } from "../../../../kernel/course/grading/newSeal.js";
import { partlyRight } from "../../../media/examples/exercise-check.js";

describe("the seal of one run", () => {
  it("knows the points that its own key has sealed, and no others", () => {
    const [one, other] = [newSeal(), newSeal()];
    const key = /sealChecks\("(\w+)"\)/.exec(one.cell)![1];
    const sealed = { ...partlyRight, seal: sealWith(key, "6.4", 2, true) };
    assert.ok(one.isGenuine(sealed, true));
    assert.ok(!one.isGenuine(sealed, false));
    assert.ok(!one.isGenuine({ ...sealed, points: 4 }, true));
    assert.ok(!other.isGenuine(sealed, true));
  });
});
