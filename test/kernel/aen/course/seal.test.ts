import assert from "node:assert/strict";
import { sealChecks, sealOf, sealWith } from "../../../../kernel/aen/course/seal.js";

describe("the seal of points", () => {
  it("is none where nothing is graded; it can be set once, and is one of exercise, points and hidden cases", () => {
    assert.equal(sealOf("6.2", 2, true), undefined);
    sealChecks("secret");
    assert.throws(() => sealChecks("mine"), /sealed already/);
    assert.equal(sealOf("6.2", 2, true), sealWith("secret", "6.2", 2, true));
    const others = [
      sealWith("mine", "6.2", 2, true),
      sealWith("secret", "6.3", 2, true),
      sealWith("secret", "6.2", 1, true),
      sealWith("secret", "6.2", 2, false),
    ];
    assert.ok(!others.includes(sealOf("6.2", 2, true)!));
  });
});
